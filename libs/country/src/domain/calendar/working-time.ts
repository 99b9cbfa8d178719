import { DAY_MS, MINUTE_MS } from './days.js';
import { type CalendarRules, type DayPlan, DayPlans } from './day-plan.js';
import type { ZoneClock } from './zone-clock.js';

/** One stretch of open time, in milliseconds since the epoch; `to` is no part of it. */
export interface Span {
  from: number;
  to: number;
}

/** Whether it is open, and until when that stays so: null when nothing is known to change it. */
export interface OpeningState {
  open: boolean;
  until: number | null;
}

/** Time that counts. Moments and durations are in milliseconds. */
export interface WorkingTime {
  /** The first moment at which `ms` of working time have passed since `from`: at the end of a stretch, that end. */
  after(from: number, ms: number): number;
  /** The working time from `from` until `to`; 0 when `to` is not later. */
  between(from: number, to: number): number;
  stateAt(at: number): OpeningState;
}

/** Day and night. */
export const AROUND_THE_CLOCK: WorkingTime = {
  after: (from, ms) => from + ms,
  between: (from, to) => Math.max(0, to - from),
  stateAt: () => ({ open: true, until: null }),
};

/** Beyond this a calendar is broken rather than slow. */
const MOST_YEARS = 100;
/** How far ahead the next opening or closing is looked for. */
const LOOK_AHEAD_YEARS = 3;

interface Year {
  spans: Span[];
  /** open time from the year's beginning until each span's beginning; one more for the whole */
  open: number[];
}

/**
 * The working time of a calendar: open is every moment at which the clocks of its zone show one of the day's hours. So
 * a day of 23 or 25 hours has the hours that the wall clock shows, an hour that the clocks leave out is no working
 * time, and one that they show twice counts twice.
 *
 * A year (of Greenwich) is worked out once, as a line of spans with running totals: adding and measuring are then two
 * searches in a sorted list, however long the promise. A year is some 260 spans, and takes about a millisecond.
 */
export class CalendarTime implements WorkingTime {
  private readonly years = new Map<number, Year>();

  constructor(
    readonly rules: CalendarRules,
    readonly clock: ZoneClock,
  ) {}

  after(from: number, ms: number): number {
    if (!(ms >= 0)) throw new RangeError(`working time cannot be ${ms}`);
    if (ms === 0) return from;
    const first = yearOf(from);
    let left = ms + this.openSinceNewYear(from);
    for (let year = first; year < first + MOST_YEARS; year++) {
      const { spans, open } = this.yearAt(year);
      const whole = open.at(-1)!;
      if (left <= whole) {
        const n = lastBelow(open, left);
        return spans[n]!.from + left - open[n]!;
      }
      left -= whole;
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

  /** The open stretches between two moments, cut off at both; for drawing a day or a month. */
  spansBetween(from: number, to: number): Span[] {
    const found: Span[] = [];
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      for (const span of this.yearAt(year).spans) {
        const cut = { from: Math.max(span.from, from), to: Math.min(span.to, to) };
        if (cut.from < cut.to) found.push(cut);
      }
    }
    return found.reduce(joined, []);
  }

  /** How the days from `from` to `to` (day numbers, both included) are spent, and why. */
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

  /** Where a span ends that may go on in the next year; null when it does not end in years. */
  private endOf(span: Span, year: number): number | null {
    for (let later = year + 1; later <= year + LOOK_AHEAD_YEARS; later++) {
      const [next] = this.yearAt(later).spans;
      if (next?.from !== span.to) return span.to;
      span = next;
    }
    return null;
  }

  /** Open time from the beginning of a moment's year until that moment. */
  private openSinceNewYear(at: number): number {
    const { spans, open } = this.yearAt(yearOf(at));
    const n = lastBegun(spans, at);
    return n < 0 ? 0 : open[n]! + Math.min(at, spans[n]!.to) - spans[n]!.from;
  }

  private yearAt(year: number): Year {
    let known = this.years.get(year);
    if (!known) {
      const spans = this.workOut(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
      const open = [0];
      for (const span of spans) open.push(open.at(-1)! + span.to - span.from);
      known = { spans, open };
      this.years.set(year, known);
    }
    return known;
  }

  /** Every stretch of one offset sees the wall clock's hours moved by that offset, and only while it lasts. */
  private workOut(begin: number, end: number): Span[] {
    // Two days more on both sides: zones are up to a day apart from Greenwich, and shifts go past midnight.
    const first = Math.floor(begin / DAY_MS) - 2;
    const plans = this.plans(first, Math.ceil(end / DAY_MS) + 1);
    const onTheWall = plans.flatMap(({ spans }, n) =>
      spans.map((span) => ({
        from: (first + n) * DAY_MS + span.from * MINUTE_MS,
        to: (first + n) * DAY_MS + span.to * MINUTE_MS,
      })),
    );
    const moments = this.clock.stretches(begin, end).flatMap((stretch) =>
      onTheWall.map((span) => ({
        from: Math.max(span.from - stretch.offsetMs, stretch.from),
        to: Math.min(span.to - stretch.offsetMs, stretch.to),
      })),
    );
    return moments
      .filter((span) => span.from < span.to)
      .sort((a, b) => a.from - b.from)
      .reduce(joined, []);
  }
}

/** Appends a span, or lengthens the last one when they touch. */
function joined(line: Span[], span: Span): Span[] {
  const last = line.at(-1);
  if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
  else line.push({ ...span });
  return line;
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
