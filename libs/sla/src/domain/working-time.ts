import { DateTime } from 'luxon';
import type { CountryProfile } from '#wasl/country';
import { WEEKDAYS } from './weekdays.js';

/** One stretch of working time, in milliseconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

const HIJRI_MONTH = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  month: 'numeric',
  timeZone: 'UTC',
});
const RAMADAN = '9';
const DAYS_KEPT = 2_000;

/**
 * When the offices of a country work. Days are worked out once each and kept, because every ticket asks.
 * Days are those of the profile's first zone; a day's hours are read on its own clock, so that a day of 23 or 25 hours
 * has the hours that the wall clock shows.
 */
export class WorkingTime {
  private readonly days = new Map<string, Span[]>();

  constructor(
    private readonly country: Pick<
      CountryProfile,
      'zones' | 'workingHours' | 'ramadanHours' | 'fixedHolidays'
    >,
  ) {
    if (Object.keys(country.workingHours).length === 0)
      throw new Error('The calendar never opens: no working hours');
  }

  get zone(): string {
    return this.country.zones[0]!;
  }

  /** The working stretches of the calendar day `day` (`YYYY-MM-DD`), in order. */
  spansOf(day: string): Span[] {
    let spans = this.days.get(day);
    if (!spans) {
      if (this.days.size >= DAYS_KEPT) this.days.clear();
      spans = this.workOut(day);
      this.days.set(day, spans);
    }
    return spans;
  }

  private workOut(day: string): Span[] {
    if (this.country.fixedHolidays.some((holiday) => holiday.date === day.slice(5))) return [];
    const date = DateTime.fromISO(day, { zone: this.zone });
    const weekday = WEEKDAYS[date.weekday - 1]!;
    const ramadan = HIJRI_MONTH.format(new Date(`${day}T12:00:00Z`)) === RAMADAN;
    const hours = (ramadan ? this.country.ramadanHours : this.country.workingHours)[weekday] ?? [];
    return hours
      .map(([from, to]) => ({ from: at(date, from), to: at(date, to) }))
      .filter((span) => span.from < span.to);
  }
}

function at(date: DateTime, time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const moment = hour === 24 ? date.plus({ days: 1 }).startOf('day') : date.set({ hour, minute });
  return moment.toMillis();
}
