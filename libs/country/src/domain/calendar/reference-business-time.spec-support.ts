import { IANAZone } from 'luxon';
import type { CalendarRules, TimeSpan } from './day-plan.js';
import type { HolidayRule } from './holidays.js';
import type { OffsetOf, ZoneOverride } from './zone-clock.js';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Under jest, accessing a global costs more than the division. */
const { floor } = Math;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/**
 * A simple reference implementation of business time, for tests only: checks every minute whether a shift is active.
 * Shares only the format of the rules with the code under test. Days are UTC midnights, and holidays are checked day by
 * day.
 */
export class ReferenceBusinessTime {
  /** one byte a minute from `begin`: 1 when open */
  private readonly minutes: Uint8Array;
  private readonly shifts = new Map<number, { begin: number; end: number }[]>();
  private readonly given = new Map<number, Set<number>>();

  constructor(
    private readonly rules: CalendarRules,
    private readonly zone: { name: string; overrides?: ZoneOverride[]; offsetOf?: OffsetOf },
    readonly begin: number,
    readonly end: number,
  ) {
    this.minutes = new Uint8Array((end - begin) / MINUTE);
    for (let n = 0; n < this.minutes.length; n++) this.minutes[n] = this.isOpenAt(begin + n * MINUTE) ? 1 : 0;
  }

  isOpen(at: number): boolean {
    return this.minutes[this.placeOf(at)] === 1;
  }

  /** Counts open minutes one by one. Both moments are whole minutes. */
  between(from: number, to: number): number {
    const { minutes } = this;
    const last = this.placeOf(to);
    let open = 0;
    for (let n = this.placeOf(from); n < last; n++) open += minutes[n]!;
    return open * MINUTE;
  }

  /** @returns undefined when the result is after the end of the covered time */
  after(from: number, ms: number): number | undefined {
    const { minutes } = this;
    let left = ms;
    for (let n = this.placeOf(from); n < minutes.length; n++) {
      if (left === 0) return this.begin + n * MINUTE;
      if (minutes[n] === 0) continue;
      if (left <= MINUTE) return this.begin + n * MINUTE + left;
      left -= MINUTE;
    }
    return undefined;
  }

  private placeOf(at: number): number {
    return floor((at - this.begin) / MINUTE);
  }

  private isOpenAt(at: number): boolean {
    const wall = at + this.offsetAt(at) * MINUTE;
    const midnight = floor(wall / DAY) * DAY;
    const now = (wall - midnight) / MINUTE;
    for (const { begin, end } of this.shiftsOn(midnight)) {
      if (begin <= now && (now < end || end <= begin)) return true;
    }
    for (const { begin, end } of this.shiftsOn(midnight - DAY)) {
      if (end <= begin && now < end) return true;
    }
    return false;
  }

  private readonly quarters = new Map<number, number>();

  private offsetAt(at: number): number {
    const override = this.zone.overrides?.findLast(
      (one) => one.from <= at && (one.to === null || at < one.to),
    );
    if (override) return override.offsetMinutes;
    // Offsets change only at quarter hours; looking up every minute would be too slow.
    const quarter = floor(at / (15 * MINUTE)) * 15 * MINUTE;
    let offset = this.quarters.get(quarter);
    if (offset === undefined) {
      offset = (this.zone.offsetOf ?? ((moment: number) => IANAZone.create(this.zone.name).offset(moment)))(
        quarter,
      );
      this.quarters.set(quarter, offset);
    }
    return offset;
  }

  private shiftsOn(midnight: number): { begin: number; end: number }[] {
    let shifts = this.shifts.get(midnight);
    if (!shifts) {
      shifts = this.computeHours(midnight).map(([from, to]) => ({ begin: minute(from), end: minute(to) }));
      this.shifts.set(midnight, shifts);
    }
    return shifts;
  }

  private computeHours(midnight: number): readonly TimeSpan[] {
    const date = new Date(midnight).toISOString().slice(0, 10);
    for (const special of [...this.rules.specialDays].reverse()) {
      if (special.from <= date && date <= special.to) return special.hours;
    }
    if (this.isHoliday(midnight) || this.isSubstituteDay(midnight)) return [];
    const weekday = WEEKDAYS[new Date(midnight).getUTCDay()]!;
    const ramadan = this.rules.ramadanHours && this.hijri(midnight).month === 9;
    return (ramadan ? this.rules.ramadanHours! : this.rules.hours)[weekday] ?? [];
  }

  private isHoliday(midnight: number): boolean {
    return this.rules.holidays.some((rule) => {
      for (let n = 0; n < (rule.days ?? 1); n++) if (this.beginsOn(rule, midnight - n * DAY)) return true;
      return false;
    });
  }

  private beginsOn(rule: HolidayRule, midnight: number): boolean {
    const date = new Date(midnight).toISOString().slice(0, 10);
    switch (rule.rule) {
      case 'fixed':
        return date.slice(5) === rule.date;
      case 'hijri': {
        // The nth day of a month is n−1 days after its first, also when the month was announced to be short.
        const first = this.hijri(midnight - (rule.day - 1) * DAY);
        return first.month === rule.month && first.day === 1;
      }
      case 'easter':
        return EASTERS[rule.church].includes(
          new Date(midnight - rule.offset * DAY).toISOString().slice(0, 10),
        );
      case 'chinese_new_year':
        return CHINESE_NEW_YEARS.includes(
          new Date(midnight - (rule.offset ?? 0) * DAY).toISOString().slice(0, 10),
        );
    }
  }

  /** Assigns substitute days to holidays in order, starting three weeks earlier. */
  private isSubstituteDay(midnight: number): boolean {
    if (!this.rules.inLieu) return false;
    const month = floor(midnight / (28 * DAY));
    let given = this.given.get(month);
    if (!given) {
      given = new Set<number>();
      for (let day = (month * 28 - 21) * DAY; day < (month * 28 + 28) * DAY; day += DAY) {
        if (!this.isHoliday(day) || !this.isWeekend(day)) continue;
        let free = day + DAY;
        while (this.isWeekend(free) || this.isHoliday(free) || given.has(free)) free += DAY;
        given.add(free);
      }
      this.given.set(month, given);
    }
    return given.has(midnight);
  }

  private isWeekend(midnight: number): boolean {
    return this.rules.weekend.includes(WEEKDAYS[new Date(midnight).getUTCDay()]!);
  }

  /** Counts back to the last day on which a month began, as computed or as announced. */
  private hijri(midnight: number): { month: number; day: number } {
    for (let day = 1; ; day++) {
      const date = midnight - (day - 1) * DAY;
      const text = new Date(date).toISOString().slice(0, 10);
      const override = this.rules.hijriMonths.findLast((one) => one.begins === text && this.isLatest(one));
      if (override) return { month: override.month, day };
      const computed = hijriDate(date);
      if (computed.day === 1 && !this.rules.hijriMonths.some((one) => sameMonth(one, computed)))
        return { month: computed.month, day };
    }
  }

  private isLatest(one: { year: number; month: number; begins: string }): boolean {
    return this.rules.hijriMonths.findLast((other) => sameMonth(one, other)) === one;
  }
}

const minute = (time: string) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
const sameMonth = (a: { year: number; month: number }, b: { year: number; month: number }) =>
  a.year === b.year && a.month === b.month;

const HIJRI = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  dateStyle: 'short',
  timeZone: 'UTC',
});

interface HijriDate {
  year: number;
  month: number;
  day: number;
}
/** A cache, because formatting the same days again would take most of the time. */
const hijriDates = new Map<number, HijriDate>();

function hijriDate(midnight: number): HijriDate {
  let date = hijriDates.get(midnight);
  if (!date) {
    const parts = Object.fromEntries(HIJRI.formatToParts(midnight).map((part) => [part.type, part.value]));
    date = { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) };
    hijriDates.set(midnight, date);
  }
  return date;
}

/** As printed in church calendars and almanacs. */
export const EASTERS = {
  western: ['2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16'],
  orthodox: [
    '2022-04-24',
    '2023-04-16',
    '2024-05-05',
    '2025-04-20',
    '2026-04-12',
    '2027-05-02',
    '2028-04-16',
  ],
};
export const CHINESE_NEW_YEARS = [
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2028-01-26',
];
