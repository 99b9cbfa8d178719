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

/** Converts a civil day to the computed Umm al-Qura calendar. */
export function ummAlQura(day: number): { year: number; month: number; day: number } {
  const [month, date, year] = CIVIL.format(new Date((day + 0.5) * DAY_MS))
    .match(/\d+/g)!
    .map(Number);
  return { year: year!, month: month!, day: date! };
}

/**
 * The months that touch the days from `from` to `to`, one before and one after them, in order. A month begins as
 * computed unless another beginning was announced after moon sighting.
 */
export function hijriMonths(from: number, to: number, announced: readonly HijriMonth[]): HijriMonth[] {
  const months: HijriMonth[] = [];
  const first = from - 40;
  let begins = first - ummAlQura(first).day + 1;
  while (begins <= to + 40) {
    const { year, month } = ummAlQura(begins);
    const override = announced.findLast((other) => other.year === year && other.month === month);
    months.push({ year, month, begins: override?.begins ?? begins });
    begins += ummAlQura(begins + 29).day === 30 ? 30 : 29;
  }
  return months;
}

/** The month that a day belongs to: the last one that has begun. */
export function monthOf(day: number, months: readonly HijriMonth[]): HijriMonth {
  return months.findLast((month) => month.begins <= day)!;
}

/** Difference in days to the computed beginning of a month when it begins on `day`; negative when earlier. */
export function shiftOf(year: number, month: number, day: number): number {
  const near = hijriMonths(day, day, []).filter((one) => one.year === year && one.month === month);
  return near.length === 0 ? Number.NaN : day - near[0]!.begins;
}
