import { dayNumber, type Weekday, weekdayOf } from './days.js';
import { type HijriMonth, hijriMonths, monthOf, RAMADAN } from './hijri.js';
import { type Holiday, type HolidayRule, holidaysBetween, type LocalizedName } from './holidays.js';

/** `[from, to]` as `HH:MM` of the wall clock; a span that ends no later than it begins ends on the next day. */
export type TimeSpan = readonly [from: string, to: string];
/** Hours by weekday; closed on missing days. */
export type WeekHours = Partial<Record<Weekday, readonly TimeSpan[]>>;

/** Announced exceptions: holidays by decree, compensating working days, other hours. */
export interface SpecialDays {
  /** `YYYY-MM-DD`, both included */
  from: string;
  to: string;
  name: LocalizedName;
  /** none: closed */
  hours: readonly TimeSpan[];
}

/** The rules of when a calendar is open, in local time. */
export interface CalendarRules {
  hours: WeekHours;
  /** null: Ramadan is like the rest of the year */
  ramadanHours: WeekHours | null;
  weekend: readonly Weekday[];
  holidays: readonly HolidayRule[];
  inLieu: boolean;
  /** announced beginnings of Islamic months */
  hijriMonths: readonly { year: number; month: number; begins: string }[];
  /** in the order of announcement: the last one wins */
  specialDays: readonly SpecialDays[];
}

/** Minutes of the wall clock since the day's midnight; beyond 1,440 on the next day. */
export interface DaySpan {
  from: number;
  to: number;
}

/** Which rule decides the hours of a day. */
export type DayReason = 'week' | 'ramadan' | 'weekend' | 'holiday' | 'announced';

export interface DayPlan {
  spans: DaySpan[];
  reason: DayReason;
  /** name of the holiday or announcement */
  name?: LocalizedName;
  holiday?: string;
}

/**
 * Computes the hours of days in a range. Precedence: announcements for the day, public holidays, Ramadan hours, weekly
 * hours. A shift past midnight belongs to the day on which it begins, so a holiday cancels the shift of its own
 * evening, not that of the evening before.
 */
export class DayPlans {
  private readonly months: HijriMonth[];
  private readonly holidays: Map<number, Holiday>;

  /** @param from, to day numbers, both included */
  constructor(
    private readonly rules: CalendarRules,
    from: number,
    to: number,
  ) {
    const announced = rules.hijriMonths.map((month) => ({ ...month, begins: dayNumber(month.begins) }));
    this.months = hijriMonths(from - 14, to, announced);
    this.holidays = holidaysBetween(
      { rules: rules.holidays, weekend: rules.weekend, inLieu: rules.inLieu },
      from,
      to,
      this.months,
    );
  }

  of(day: number): DayPlan {
    const special = this.rules.specialDays.findLast(
      (one) => dayNumber(one.from) <= day && day <= dayNumber(one.to),
    );
    if (special) return { spans: parseSpans(special.hours), reason: 'announced', name: special.name };
    const holiday = this.holidays.get(day);
    if (holiday) return { spans: [], reason: 'holiday', name: holiday.name, holiday: holiday.key };
    return this.ordinary(day);
  }

  private ordinary(day: number): DayPlan {
    const { ramadanHours, hours, weekend } = this.rules;
    const inRamadan = ramadanHours !== null && monthOf(day, this.months).month === RAMADAN;
    const weekday = weekdayOf(day);
    const spans = parseSpans((inRamadan ? ramadanHours : hours)[weekday] ?? []);
    if (spans.length === 0 && weekend.includes(weekday)) return { spans, reason: 'weekend' };
    return { spans, reason: inRamadan ? 'ramadan' : 'week' };
  }
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export function parseSpan([from, to]: TimeSpan): DaySpan {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  return { from: begin, to: end > begin ? end : end + 1_440 };
}

const parseSpans = (spans: readonly TimeSpan[]) => spans.map(parseSpan).sort((a, b) => a.from - b.from);
