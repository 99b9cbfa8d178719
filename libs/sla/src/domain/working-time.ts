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
/** Beyond this a calendar is broken rather than slow. */
const LONGEST_LINE_DAYS = 36_600;

/**
 * When the offices of a country work. Days are worked out once each and kept, because every ticket asks.
 * Days are those of the profile's first zone; a day's hours are read on its own clock, so that a day of 23 or 25 hours
 * has the hours that the wall clock shows.
 */
export class WorkingTime {
  private readonly days = new Map<string, Span[]>();
  private line = { begin: 0, first: DateTime.fromMillis(0), days: 0, spans: [] as Span[] };

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

  /**
   * The working stretches that end after `moment`, in order, without end: read until satisfied.
   * Kept as one growing line of time, so that a ticket costs a search in it rather than a walk through the calendar.
   */
  *spansAfter(moment: number): Generator<Span> {
    if (this.line.days === 0 || moment < this.line.begin) this.beginLine(moment);
    while ((this.line.spans.at(-1)?.to ?? 0) <= moment) this.extendLine();
    for (let i = this.firstAfter(moment); ; i++) {
      while (i >= this.line.spans.length) this.extendLine();
      yield this.line.spans[i]!;
    }
  }

  private beginLine(moment: number): void {
    const first = DateTime.fromMillis(moment, { zone: this.zone }).minus({ days: 2 }).startOf('day');
    this.line = { begin: first.toMillis(), first, days: 0, spans: [] };
    this.extendLine();
  }

  private extendLine(): void {
    if (this.line.days > LONGEST_LINE_DAYS) throw new Error('The calendar does not open often enough');
    for (let n = 0; n < 30; n++, this.line.days++) {
      this.line.spans.push(...this.spansOf(this.line.first.plus({ days: this.line.days }).toISODate()!));
    }
  }

  private firstAfter(moment: number): number {
    const { spans } = this.line;
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.to > moment) high = middle;
      else low = middle + 1;
    }
    return low;
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
