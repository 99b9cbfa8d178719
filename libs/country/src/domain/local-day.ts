import { DateTime } from 'luxon';

/** The calendar day, `YYYY-MM-DD`, that a moment belongs to in a time zone. */
export function localDay(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toISODate()!;
}

/** The moment at which the calendar day of `at` began in a time zone. */
export function startOfLocalDay(at: Date, zone: string): Date {
  return DateTime.fromJSDate(at, { zone }).startOf('day').toJSDate();
}
