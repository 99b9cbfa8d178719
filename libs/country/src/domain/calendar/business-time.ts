import { DAY_MS, MINUTE_MS } from './days.js';
import { type CalendarRules, type DayPlan, DayPlans } from './day-plan.js';
import type { ZoneClock } from './zone-clock.js';

/** One span of open time, in milliseconds since the epoch; `to` is exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Whether it is open, and until when; null when no change is known. */
export interface OpeningState {
  open: boolean;
  until: number | null;
}

/** Business time. Times and durations are in milliseconds. */
export interface BusinessTime {
  /** The earliest time at which `ms` of business time have passed since `from`. */
  after(from: number, ms: number): number;
  /** The business time between `from` and `to`; 0 when `to` is not later. */
  between(from: number, to: number): number;
  stateAt(at: number): OpeningState;
}

/** Always open. */
export const AROUND_THE_CLOCK: BusinessTime = {
  after: (from, ms) => from + ms,
  between: (from, to) => Math.max(0, to - from),
  stateAt: () => ({ open: true, until: null }),
};

/** Safety limit for calendars that never open. */
const MAX_YEARS = 100;
/** How far ahead the next opening or closing is looked for. */
const LOOK_AHEAD_YEARS = 3;

interface Year {
  spans: Span[];
  /** cumulated open time before each span, and as last element the total of the year */
  open: number[];
}

/**
 * Business time of a calendar: open whenever local time is within the hours of the day. So an hour that clocks skip is
 * not business time, and an hour that they repeat counts twice.
 *
 * Each UTC year is computed once, as a sorted list of spans with cumulated totals. Adding and measuring are then two
 * binary searches, however long the period. A year has some 260 spans and takes about a millisecond.
 */
export class CalendarBusinessTime implements BusinessTime {
  private readonly years = new Map<number, Year>();

  constructor(
    readonly rules: CalendarRules,
    readonly clock: ZoneClock,
  ) {}

  after(from: number, ms: number): number {
    if (!(ms >= 0)) throw new RangeError(`business time cannot be ${ms}`);
    if (ms === 0) return from;
    const first = yearOf(from);
    let left = ms + this.openSinceNewYear(from);
    for (let year = first; year < first + MAX_YEARS; year++) {
      const { spans, open } = this.yearAt(year);
      const total = open.at(-1)!;
      if (left <= total) {
        const n = lastBelow(open, left);
        return spans[n]!.from + left - open[n]!;
      }
      left -= total;
    }
    throw new RangeError('The calendar does not open often enough');
  }

  between(from: number, to: number): number {
    if (to <= from) return 0;
    const [first, last] = [yearOf(from), yearOf(to)];
    let sum = this.openSinceNewYear(to) - this.openSinceNewYear(from);
    for (let year = first; year < last; year++) sum += this.yearAt(year).open.at(-1)!;
    return sum;
  }

  stateAt(at: number): OpeningState {
    const { spans } = this.yearAt(yearOf(at));
    const n = lastBegun(spans, at);
    const current = spans[n];
    if (current && at < current.to) return { open: true, until: this.endOf(current, yearOf(at)) };
    return { open: false, until: (spans[n + 1] ?? this.firstSpanAfter(yearOf(at)))?.from ?? null };
  }

  /** The open spans between two times, clipped to them; for displaying a day or a month. */
  spansBetween(from: number, to: number): Span[] {
    const found: Span[] = [];
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      for (const span of this.yearAt(year).spans) {
        const cut = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
        if (cut.from < cut.to) found.push(cut);
      }
    }
    return found.reduce(mergeSpan, []);
  }

  /** The plans of the days from `from` to `to` (day numbers, both included). */
  plans(from: number, to: number): DayPlan[] {
    const plans = new DayPlans(this.rules, from, to);
    return Array.from({ length: to - from + 1 }, (_, n) => plans.of(from + n));
  }

  private firstSpanAfter(year: number): Span | undefined {
    for (let later = year + 1; later <= year + LOOK_AHEAD_YEARS; later++) {
      const [first] = this.yearAt(later).spans;
      if (first) return first;
    }
    return undefined;
  }

  /** The end of a span that may continue in the next year; null when it does not end within the look-ahead. */
  private endOf(span: Span, year: number): number | null {
    for (let later = year + 1; later <= year + LOOK_AHEAD_YEARS; later++) {
      const [next] = this.yearAt(later).spans;
      if (next?.from !== span.to) return span.to;
      span = next;
    }
    return null;
  }

  /** Open time from the beginning of the year until `at`. */
  private openSinceNewYear(at: number): number {
    const { spans, open } = this.yearAt(yearOf(at));
    const n = lastBegun(spans, at);
    return n < 0 ? 0 : open[n]! + Math.min(at, spans[n]!.to) - spans[n]!.from;
  }

  private yearAt(year: number): Year {
    let known = this.years.get(year);
    if (!known) {
      const spans = this.computeSpans(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
      const open = [0];
      for (const span of spans) open.push(open.at(-1)! + span.to - span.from);
      known = { spans, open };
      this.years.set(year, known);
    }
    return known;
  }

  /** Converts local hours to UTC separately for each period of constant UTC offset. */
  private computeSpans(begin: number, end: number): Span[] {
    // Two extra days on both sides: offsets are up to a day, and shifts go past midnight.
    const first = Math.floor(begin / DAY_MS) - 2;
    const plans = this.plans(first, Math.ceil(end / DAY_MS) + 1);
    const localSpans = plans.flatMap(({ spans }, n) =>
      spans.map((span) => ({
        from: (first + n) * DAY_MS + span.from * MINUTE_MS,
        to: (first + n) * DAY_MS + span.to * MINUTE_MS,
      })),
    );
    const utcSpans = this.clock.offsetPeriods(begin, end).flatMap((stretch) =>
      localSpans.map((span) => ({
        from: Math.max(span.from - stretch.offsetMs, stretch.from),
        to: Math.min(span.to - stretch.offsetMs, stretch.to),
      })),
    );
    return utcSpans
      .filter((span) => span.from < span.to)
      .sort((a, b) => a.from - b.from)
      .reduce(mergeSpan, []);
  }
}

/** Appends a span, or lengthens the last one when they touch. */
function mergeSpan(merged: Span[], span: Span): Span[] {
  const last = merged.at(-1);
  if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
  else merged.push({ ...span });
  return merged;
}

/** The index of the last total that is below `value`, which is positive. */
function lastBelow(totals: number[], value: number): number {
  let [low, high] = [0, totals.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (totals[middle]! < value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the last span that has begun at `at`; −1 before the first. */
function lastBegun(spans: Span[], at: number): number {
  let [low, high] = [-1, spans.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (spans[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

const yearOf = (at: number) => new Date(at).getUTCFullYear();
