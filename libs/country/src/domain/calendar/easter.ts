import { DAY_MS, dayOf } from './days.js';

/**
 * Easter Sunday of the western churches: the Gregorian computus of Meeus, Jones and Butcher.
 * Source: J. Meeus, Astronomical Algorithms, chapter 8.
 * @returns a day number
 */
export function westernEaster(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/**
 * Easter Sunday of the orthodox churches: the Julian computus (same source), as a day of the Gregorian calendar.
 * @returns a day number
 */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const julian = Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / DAY_MS;
  // The Julian calendar is behind by the leap days that the Gregorian one leaves out.
  return julian + Math.floor(year / 100) - Math.floor(year / 400) - 2;
}
