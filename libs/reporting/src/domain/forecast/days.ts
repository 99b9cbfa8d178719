/** What a day of the calendar is like for those who call. */
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

/**
 * The first day that is neither holiday nor weekend after a holiday has the calls that were held back: it is a kind of
 * its own.
 */
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
    // Ramadan's own share is the greater of the two.
    return { day, kind: kind === 'normal' ? ('after_holiday' as const) : kind };
  });
}
