import { DateTime } from 'luxon';

/** Caches the last day per zone, because most look-ups are for today. */
const lastDays = new Map<string, { day: string; from: number; until: number }>();

/** The calendar day, `YYYY-MM-DD`, that a moment belongs to in a time zone. */
export function localDay(at: Date, zone: string): string {
  const ms = at.getTime();
  const last = lastDays.get(zone);
  if (last && last.from <= ms && ms < last.until) return last.day;
  const moment = DateTime.fromJSDate(at, { zone });
  const day = moment.toISODate()!;
  const begin = moment.startOf('day');
  const until = begin.plus({ days: 1 }).startOf('day').toMillis();
  lastDays.set(zone, { day, from: begin.toMillis(), until });
  return day;
}

/** The moment at which the calendar day of `at` began in a time zone. */
export function startOfLocalDay(at: Date, zone: string): Date {
  return DateTime.fromJSDate(at, { zone }).startOf('day').toJSDate();
}
