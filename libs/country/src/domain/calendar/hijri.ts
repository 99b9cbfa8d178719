import { DAY_MS } from './days.js';

/** A month of the Islamic calendar and the civil day on which it begins. */
export interface HijriMonth {
  year: number;
  /** 1 to 12; Ramadan is 9 */
  month: number;
  /** a day number */
  begins: number;
}

export const RAMADAN = 9;

const CIVIL = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** A civil day in the calendar of Umm al-Qura, as computed years ahead. */
export function ummAlQura(day: number): { year: number; month: number; day: number } {
  const [month, date, year] = CIVIL.format(new Date((day + 0.5) * DAY_MS))
    .match(/\d+/g)!
    .map(Number);
  return { year: year!, month: month!, day: date! };
}

/**
 * The months that touch the days from `from` to `to`, one before and one after them, in order. A month begins as
 * computed unless its beginning was announced otherwise: the moon is seen, or is not.
 */
export function hijriMonths(from: number, to: number, announced: readonly HijriMonth[]): HijriMonth[] {
  const months: HijriMonth[] = [];
  const first = from - 40;
  let begins = first - ummAlQura(first).day + 1;
  while (begins <= to + 40) {
    const { year, month } = ummAlQura(begins);
    const said = announced.findLast((other) => other.year === year && other.month === month);
    months.push({ year, month, begins: said?.begins ?? begins });
    begins += ummAlQura(begins + 29).day === 30 ? 30 : 29;
  }
  return months;
}

/** The month that a day belongs to: the last one that has begun. */
export function monthOf(day: number, months: readonly HijriMonth[]): HijriMonth {
  return months.findLast((month) => month.begins <= day)!;
}

/** How many days later than computed (earlier: negative) a month begins when it begins on `day`. */
export function shiftOf(year: number, month: number, day: number): number {
  const near = hijriMonths(day, day, []).filter((one) => one.year === year && one.month === month);
  return near.length === 0 ? Number.NaN : day - near[0]!.begins;
}
