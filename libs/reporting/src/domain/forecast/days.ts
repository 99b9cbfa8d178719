/** The kinds of day that affect the number of contacts. */
export const DAY_KINDS = ['normal', 'ramadan', 'holiday', 'after_holiday'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A day as a number: days since 1 January 1970 of the civil calendar. */
export interface ForecastDay {
  day: number;
  kind: DayKind;
}

export interface DayCount extends ForecastDay {
  count: number;
}

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The first working day after a holiday gets the postponed contacts, so it is a kind of its own. */
export function markAfterHolidays(
  days: readonly ForecastDay[],
  isWeekend: (day: number) => boolean,
): ForecastDay[] {
  let due = false;
  return days.map(({ day, kind }) => {
    if (kind === 'holiday') {
      due = true;
      return { day, kind };
    }
    if (!due || isWeekend(day)) return { day, kind };
    due = false;
    // The effect of Ramadan is greater.
    return { day, kind: kind === 'normal' ? ('after_holiday' as const) : kind };
  });
}
