import fc from 'fast-check';
import { countryCalendar, readCountryProfile } from '../../profile.js';
import type { CalendarRules, TimeSpan, WeekHours } from './day-plan.js';
import { dayNumber, dayText, WEEKDAYS } from './days.js';
import { ReferenceBusinessTime } from './reference-business-time.spec-support.js';
import { CalendarBusinessTime } from './business-time.js';
import { ZoneClock, type ZoneOverride } from './zone-clock.js';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const rulesOf = (code: string) => countryCalendar(readCountryProfile(code));
const ZONES = [
  ['bh', 'Asia/Bahrain'],
  ['ps', 'Asia/Gaza'],
  ['ps', 'Asia/Hebron'],
  ['lb', 'Asia/Beirut'],
  ['bn', 'Asia/Brunei'],
] as const;

/** Offices with night shifts, so that every skipped or repeated hour is inside a shift. */
const NIGHTS: WeekHours = Object.fromEntries(
  WEEKDAYS.map((day) => [day, [['06:30', '14:00'] as const, ['22:15', '05:45'] as const]]),
);

/** What a ministry may announce in a year. */
const ANNOUNCED: Pick<CalendarRules, 'hijriMonths' | 'specialDays'> = {
  hijriMonths: [
    { year: 1444, month: 9, begins: '2023-03-24' },
    { year: 1444, month: 10, begins: '2023-04-22' },
    { year: 1444, month: 12, begins: '2023-06-18' },
  ],
  specialDays: [
    { from: '2023-05-14', to: '2023-05-16', name: { ar: 'عطلة', en: 'Holiday' }, hours: [] },
    {
      from: '2023-05-16',
      to: '2023-05-16',
      name: { ar: 'عمل', en: 'Working day' },
      hours: [['09:00', '12:00']],
    },
    {
      from: '2023-10-28',
      to: '2023-10-28',
      name: { ar: 'عمل', en: 'Working day' },
      hours: [['20:00', '02:30']],
    },
  ],
};

describe('business time compared with the reference implementation', () => {
  const begin = Date.UTC(2023, 0, 1);
  const end = Date.UTC(2024, 1, 1);

  const scenarios = ZONES.flatMap(([code, zone]) => [
    { title: `${code} in ${zone}`, zone, rules: rulesOf(code) },
    {
      title: `${code} in ${zone}, nights and announcements`,
      zone,
      rules: { ...rulesOf(code), ...ANNOUNCED, hours: NIGHTS, ramadanHours: NIGHTS },
    },
  ]);

  it.each(scenarios)('should agree for $title, in 1,000 random queries of each kind', ({ zone, rules }) => {
    const slow = new ReferenceBusinessTime(rules, { name: zone }, begin, end);
    const fast = new CalendarBusinessTime(rules, new ZoneClock(zone));
    const moment = fc.integer({ min: 0, max: (end - begin) / MINUTE - 1 }).map((n) => begin + n * MINUTE);
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20_000 }), (from, minutes) => {
        const to = Math.min(from + minutes * MINUTE, end);
        expect(fast.between(from, to)).toBe(slow.between(from, to));
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 6_000 * 60 }), (from, seconds) => {
        const due = slow.after(from, seconds * 1_000);
        if (due !== undefined) expect(fast.after(from, seconds * 1_000)).toBe(due);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(moment, (at) => {
        const { open, until } = fast.stateAt(at);
        expect(open).toBe(slow.isOpen(at));
        if (until !== null && until < end) expect(slow.isOpen(until)).toBe(!open);
      }),
      { numRuns: 1_000 },
    );
  });

  it('should agree for random calendars', () => {
    const time = fc.integer({ min: 0, max: 95 }).map((n) => clock(n * 15));
    const hours = fc
      .array(fc.tuple(time, time), { maxLength: 2 })
      .map((spans) => spans.filter(([from, to]) => from !== to) as TimeSpan[]);
    const week = fc.record(
      Object.fromEntries(WEEKDAYS.map((day) => [day, hours])),
    ) as fc.Arbitrary<WeekHours>;
    const day = fc.integer({ min: 0, max: 39 }).map((n) => dayText(dayNumber('2023-03-10') + n));
    const special = fc.record({ day, days: fc.integer({ min: 0, max: 2 }), hours }).map((one) => ({
      from: one.day,
      to: dayText(dayNumber(one.day) + one.days),
      name: { ar: 'يوم', en: 'Day' },
      hours: one.hours,
    }));
    const override = fc
      .record({
        hour: fc.integer({ min: 0, max: 24 * 40 }),
        hours: fc.option(fc.integer({ min: 1, max: 400 })),
        offset: fc.constantFrom(60, 120, 180, 210, 240),
      })
      .map(({ hour, hours: lasting, offset }): ZoneOverride => {
        const from = Date.UTC(2023, 2, 10) + hour * 60 * MINUTE;
        return { from, to: lasting === null ? null : from + lasting * 60 * MINUTE, offsetMinutes: offset };
      });
    const month = fc.record({ month: fc.constantFrom(9, 10), shift: fc.integer({ min: -1, max: 1 }) });
    const from = Date.UTC(2023, 2, 12);
    const to = Date.UTC(2023, 3, 22);
    fc.assert(
      fc.property(
        week,
        fc.option(week),
        fc.array(special, { maxLength: 4 }),
        fc.array(override, { maxLength: 2 }),
        fc.array(month, { maxLength: 2 }),
        fc.constantFrom(...ZONES),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 * 1_440 }), fc.integer({ min: 1, max: 5_000 })), {
          minLength: 25,
          maxLength: 25,
        }),
        (hours, ramadanHours, specialDays, overrides, months, [code, zone], questions) => {
          const hijriMonths = months.map((one) => ({
            year: 1444,
            month: one.month,
            begins: dayText(dayNumber(one.month === 9 ? '2023-03-23' : '2023-04-21') + one.shift),
          }));
          const rules = { ...rulesOf(code), hours, ramadanHours, specialDays, hijriMonths };
          const slow = new ReferenceBusinessTime(rules, { name: zone, overrides }, from, to);
          const fast = new CalendarBusinessTime(rules, new ZoneClock(zone, overrides));
          for (const [at, minutes] of questions) {
            const begin = from + at * MINUTE;
            const finish = Math.min(begin + minutes * MINUTE, to);
            expect(fast.between(begin, finish)).toBe(slow.between(begin, finish));
            const due = slow.after(begin, minutes * MINUTE);
            if (due !== undefined) expect(fast.after(begin, minutes * MINUTE)).toBe(due);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('should measure exactly what it added, also over years', () => {
    const fast = new CalendarBusinessTime(rulesOf('lb'), new ZoneClock('Asia/Beirut'));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 * DAY }),
        fc.integer({ min: 1, max: 4_000 * 3_600_000 }),
        (at, ms) => {
          const from = Date.UTC(2021, 0, 1) + at;
          const due = fast.after(from, ms);
          expect(fast.between(from, due)).toBe(ms);
          expect(fast.between(from, due - 1)).toBe(ms - 1);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
