import { DAY_MS, dayOf, type Weekday, weekdayOf } from './days.js';
import { orthodoxEaster, westernEaster } from './easter.js';
import type { HijriMonth } from './hijri.js';

export interface LocalizedName {
  ar: string;
  en: string;
}

interface Named {
  /** identifies the holiday in announcements and previews */
  key: string;
  name: LocalizedName;
  /** duration in days; default 1 */
  days?: number;
}

/** Rule for computing the days of a public holiday in each year. */
export type HolidayRule = Named &
  (
    | { rule: 'fixed'; date: string }
    | { rule: 'hijri'; month: number; day: number }
    | { rule: 'easter'; church: 'western' | 'orthodox'; offset: number }
    | { rule: 'chinese_new_year'; offset?: number }
  );

export interface Holiday {
  key: string;
  name: LocalizedName;
  /** substitute for a holiday that fell on a weekend or another holiday */
  inLieu?: true;
}

export interface HolidaySettings {
  rules: readonly HolidayRule[];
  weekend: readonly Weekday[];
  /** a holiday that falls on the weekend is moved to the next day that is neither weekend nor holiday */
  inLieu: boolean;
}

/** The public holidays from `from` to `to` (day numbers, both included). @param months those around these days */
export function holidaysBetween(
  basis: HolidaySettings,
  from: number,
  to: number,
  months: readonly HijriMonth[],
): Map<number, Holiday> {
  // Start earlier, because a holiday before the range may be moved into it.
  const own = ownDays(basis.rules, from - 14, to, months);
  if (basis.inLieu) addSubstitutes(own, basis.weekend);
  return new Map([...own].filter(([day]) => from <= day && day <= to));
}

function ownDays(
  rules: readonly HolidayRule[],
  from: number,
  to: number,
  months: readonly HijriMonth[],
): Map<number, Holiday> {
  const found = new Map<number, Holiday>();
  for (const rule of rules) {
    for (const first of firstDays(rule, from, to, months)) {
      for (let day = first; day < first + (rule.days ?? 1); day++) {
        if (from <= day && day <= to && !found.has(day)) found.set(day, { key: rule.key, name: rule.name });
      }
    }
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** The days on which a holiday begins; some may lie outside of the range. */
function firstDays(rule: HolidayRule, from: number, to: number, months: readonly HijriMonth[]): number[] {
  if (rule.rule === 'hijri') {
    return months.filter(({ month }) => month === rule.month).map(({ begins }) => begins + rule.day - 1);
  }
  const first = yearOf(from) - 1;
  const years = Array.from({ length: yearOf(to) - first + 1 }, (_, n) => first + n);
  return years.flatMap((year) => dayInYear(rule, year));
}

function dayInYear(rule: Exclude<HolidayRule, { rule: 'hijri' }>, year: number): number[] {
  switch (rule.rule) {
    case 'fixed': {
      const [month, day] = rule.date.split('-').map(Number) as [number, number];
      const found = dayOf(year, month, day);
      // 29 February exists only in leap years.
      return yearOf(found) === year && new Date(found * DAY_MS).getUTCDate() === day ? [found] : [];
    }
    case 'easter':
      return [(rule.church === 'western' ? westernEaster(year) : orthodoxEaster(year)) + rule.offset];
    case 'chinese_new_year':
      return [chineseNewYear(year) + (rule.offset ?? 0)];
  }
}

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/**
 * The first day of the Chinese year lies between 20 January and 21 February. When the new moon falls within minutes of
 * midnight in Beijing, as in 2027, the computation may be a day off; the right day is then announced.
 */
function chineseNewYear(year: number): number {
  let day = dayOf(year, 1, 20);
  while (!/^0?1\/0?1(\D|$)/.test(CHINESE.format(new Date((day + 0.5) * DAY_MS)))) day++;
  return day;
}

function addSubstitutes(holidays: Map<number, Holiday>, weekend: readonly Weekday[]): void {
  const isWeekend = (day: number) => weekend.includes(weekdayOf(day));
  for (const [day, { key, name }] of [...holidays]) {
    if (!isWeekend(day)) continue;
    let substitute = day + 1;
    while (isWeekend(substitute) || holidays.has(substitute)) substitute++;
    holidays.set(substitute, { key, name, inLieu: true });
  }
}

const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();
