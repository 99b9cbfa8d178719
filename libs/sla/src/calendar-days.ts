import {
  type CalendarBusinessTime,
  DAY_MS,
  type DayReason,
  dayNumber,
  dayText,
  type HijriMonth,
  hijriMonths,
} from '#wasl/country';
import type { Localized } from '#wasl/kernel';

/** The opening hours of a day, with the reason. */
export interface CalendarDay {
  date: string;
  reason: DayReason;
  name: Localized | null;
  /** cut off at midnight */
  open: { from: string; to: string }[];
  openMinutes: number;
}

/** An Islamic month that begins in the year. */
export interface IslamicMonth {
  year: number;
  /** Ramadan is 9 */
  month: number;
  /** its first day, as announced or else as computed */
  begins: string;
  computed: string;
}

/** The special days of a calendar's year. */
export interface CalendarYear {
  /** public holidays and announced days, in order */
  days: CalendarDay[];
  months: IslamicMonth[];
}

/** @param from, to day numbers, both included */
export function daysOf(time: CalendarBusinessTime, from: number, to: number): CalendarDay[] {
  return time.plans(from, to).map((plan, n) => {
    const open = time.spansBetween(midnight(time, from + n), midnight(time, from + n + 1));
    return {
      date: dayText(from + n),
      reason: plan.reason,
      name: plan.name ?? null,
      open: open.map((span) => ({
        from: new Date(span.from).toISOString(),
        to: new Date(span.to).toISOString(),
      })),
      openMinutes: open.reduce((sum, span) => sum + (span.to - span.from) / 60_000, 0),
    };
  });
}

export function yearOf(time: CalendarBusinessTime, year: number): CalendarYear {
  const [from, to] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
  const said = time.rules.hijriMonths.map((month) => ({ ...month, begins: dayNumber(month.begins) }));
  const computed = hijriMonths(from, to, []);
  const months = hijriMonths(from, to, said).map((month) => monthShown(month, computed));
  return {
    days: daysOf(time, from, to).filter(({ reason }) => reason === 'holiday' || reason === 'announced'),
    months: months.filter(({ begins }) => begins.startsWith(`${year}-`)),
  };
}

function monthShown({ year, month, begins }: HijriMonth, computed: readonly HijriMonth[]): IslamicMonth {
  const same = computed.find((other) => other.year === year && other.month === month)!;
  return { year, month, begins: dayText(begins), computed: dayText(same.begins) };
}

/** The time at which a day begins in a calendar's zone; the next existing one where midnight is skipped. */
function midnight(time: CalendarBusinessTime, day: number): number {
  const around = time.clock.offsetPeriods((day - 1) * DAY_MS, (day + 1) * DAY_MS);
  const found = around.map(({ from, to, offsetMs }) => {
    const at = Math.max(day * DAY_MS - offsetMs, from);
    return at < to ? at : Number.POSITIVE_INFINITY;
  });
  return Math.min(...found);
}
