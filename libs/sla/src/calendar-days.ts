import {
  type CalendarTime,
  DAY_MS,
  type DayReason,
  dayNumber,
  dayText,
  type HijriMonth,
  hijriMonths,
} from '#wasl/country';
import type { Localized } from '#wasl/kernel';

/** How a day is spent, and why. */
export interface CalendarDay {
  date: string;
  reason: DayReason;
  name: Localized | null;
  /** moments, cut off at the day's own midnights */
  open: { from: string; to: string }[];
  openMinutes: number;
}

/** An Islamic month that begins in a year. */
export interface IslamicMonth {
  year: number;
  /** Ramadan is 9 */
  month: number;
  /** the day on which it begins, as announced or else as computed */
  begins: string;
  computed: string;
}

/** What is out of the ordinary in a year of a calendar. */
export interface CalendarYear {
  /** public holidays and what was announced, in order */
  days: CalendarDay[];
  months: IslamicMonth[];
}

/** @param from, to day numbers, both included */
export function daysOf(time: CalendarTime, from: number, to: number): CalendarDay[] {
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

export function yearOf(time: CalendarTime, year: number): CalendarYear {
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

/** The moment at which a day begins by the clocks of a calendar; where they leave midnight out, the next there is. */
function midnight(time: CalendarTime, day: number): number {
  const around = time.clock.stretches((day - 1) * DAY_MS, (day + 1) * DAY_MS);
  const found = around.map(({ from, to, offsetMs }) => {
    const at = Math.max(day * DAY_MS - offsetMs, from);
    return at < to ? at : Number.POSITIVE_INFINITY;
  });
  return Math.min(...found);
}
