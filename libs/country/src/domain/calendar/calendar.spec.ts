import { countryCalendar, readCountryProfile } from '../../profile.js';
import { checkDay, checkWeek } from './check-hours.js';
import { type CalendarRules, DayPlans, type SpecialDays } from './day-plan.js';
import { dayNumber, dayOf, dayText, weekdayOf } from './days.js';
import { orthodoxEaster, westernEaster } from './easter.js';
import { shiftOf } from './hijri.js';
import { CHINESE_NEW_YEARS, EASTERS } from './reference-business-time.spec-support.js';
import { AROUND_THE_CLOCK, CalendarBusinessTime } from './business-time.js';
import { ZoneClock } from './zone-clock.js';

const rulesOf = (code: string, more: Partial<CalendarRules> = {}): CalendarRules => ({
  ...countryCalendar(readCountryProfile(code)),
  ...more,
});
const planOf = (rules: CalendarRules, day: string) =>
  new DayPlans(rules, dayNumber(day), dayNumber(day)).of(dayNumber(day));
const holidaysOf = (code: string, from: string, to: string, more: Partial<CalendarRules> = {}) => {
  const plans = new DayPlans(rulesOf(code, more), dayNumber(from), dayNumber(to));
  const days = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, n) => dayNumber(from) + n);
  return days.flatMap((day) => {
    const { reason, holiday } = plans.of(day);
    return reason === 'holiday' ? [`${dayText(day)} ${holiday}`] : [];
  });
};

describe('days', () => {
  it('should know their weekday and refuse days that do not exist', () => {
    expect(weekdayOf(dayNumber('2026-03-01'))).toBe('sun');
    expect(weekdayOf(dayNumber('1969-12-31'))).toBe('wed');
    expect(dayText(dayOf(2024, 2, 29))).toBe('2024-02-29');
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'soon'])
      expect(() => dayNumber(text)).toThrow(RangeError);
  });
});

describe('computed holidays', () => {
  it('should compute Easter as in published tables, western and orthodox', () => {
    const years = EASTERS.western.map((day) => Number(day.slice(0, 4)));
    expect(years.map((year) => dayText(westernEaster(year)))).toEqual(EASTERS.western);
    expect(years.map((year) => dayText(orthodoxEaster(year)))).toEqual(EASTERS.orthodox);
  });

  it('should keep both Easters in Lebanon', () => {
    expect(holidaysOf('lb', '2023-04-01', '2023-04-19')).toEqual([
      '2023-04-07 good-friday',
      '2023-04-09 easter-sunday',
      '2023-04-10 easter-monday',
      '2023-04-14 orthodox-good-friday',
      '2023-04-16 orthodox-easter-sunday',
      '2023-04-17 orthodox-easter-monday',
    ]);
  });

  it('should compute the Islamic year of Bahrain', () => {
    expect(holidaysOf('bh', '2025-03-01', '2025-09-30')).toEqual([
      '2025-03-30 eid-al-fitr',
      '2025-03-31 eid-al-fitr',
      '2025-04-01 eid-al-fitr',
      '2025-05-01 labour-day',
      '2025-06-05 eid-al-adha',
      '2025-06-06 eid-al-adha',
      '2025-06-07 eid-al-adha',
      '2025-06-08 eid-al-adha',
      '2025-06-26 islamic-new-year',
      '2025-07-04 ashura',
      '2025-07-05 ashura',
      '2025-09-04 prophets-birthday',
    ]);
  });

  it('should move a whole Islamic month when another beginning is announced, with Ramadan hours and Eid', () => {
    const announced = { hijriMonths: [{ year: 1446, month: 10, begins: '2025-03-31' }] };
    expect(planOf(rulesOf('bh'), '2025-03-30').reason).toBe('holiday');
    expect(planOf(rulesOf('bh', announced), '2025-03-30')).toMatchObject({
      reason: 'ramadan',
      spans: [{ from: 480, to: 840 }],
    });
    expect(holidaysOf('bh', '2025-03-25', '2025-04-10', announced)).toEqual([
      '2025-03-31 eid-al-fitr',
      '2025-04-01 eid-al-fitr',
      '2025-04-02 eid-al-fitr',
    ]);
    expect(shiftOf(1446, 10, dayNumber('2025-03-31'))).toBe(1);
    expect(shiftOf(1446, 10, dayNumber('2025-03-29'))).toBe(-1);
    expect(shiftOf(1446, 10, dayNumber('2026-03-29'))).toBeNaN();
  });

  it('should compute the Chinese New Year, and in Brunei move holidays on Friday or Sunday to the next free day', () => {
    for (const day of CHINESE_NEW_YEARS) {
      const found = holidaysOf('bn', `${day.slice(0, 4)}-01-15`, day);
      expect(found.filter((one) => one.includes('chinese'))).toEqual([`${day} chinese-new-year`]);
    }
    // 1 January 2023 was a Sunday, 23 February 2025 too; 15 July 2022 was a Friday.
    expect(holidaysOf('bn', '2023-01-01', '2023-01-03')).toEqual([
      '2023-01-01 new-year',
      '2023-01-02 new-year',
    ]);
    expect(holidaysOf('bn', '2025-02-22', '2025-02-25')).toContain('2025-02-24 national-day');
    expect(holidaysOf('bn', '2022-07-14', '2022-07-17')).toEqual([
      '2022-07-15 sultans-birthday',
      '2022-07-16 sultans-birthday',
    ]);
    expect(planOf(rulesOf('bn'), '2026-06-05').reason).toBe('weekend');
    expect(planOf(rulesOf('bn'), '2026-06-06')).toMatchObject({ reason: 'week', spans: [{}, {}] });
    expect(planOf(rulesOf('bn'), '2026-06-07').reason).toBe('weekend');
  });
});

describe('announced days', () => {
  const day = (from: string, to: string, ...hours: SpecialDays['hours']): SpecialDays => ({
    from,
    to,
    name: { ar: 'يوم', en: 'Day' },
    hours,
  });

  it('should close or open days, and let the latest announcement win', () => {
    const rules = rulesOf('bh', {
      specialDays: [day('2026-06-07', '2026-06-09'), day('2026-06-08', '2026-06-08', ['09:00', '12:00'])],
    });
    expect(planOf(rules, '2026-06-07')).toMatchObject({ spans: [], reason: 'announced' });
    expect(planOf(rules, '2026-06-08')).toMatchObject({ spans: [{ from: 540, to: 720 }] });
    const friday = rulesOf('bh', { specialDays: [day('2026-06-05', '2026-06-05', ['08:00', '10:00'])] });
    expect(planOf(friday, '2026-06-05').spans).toHaveLength(1);
  });

  it('should work on a public holiday when that was announced', () => {
    const rules = rulesOf('bh', { specialDays: [day('2026-05-01', '2026-05-01', ['08:00', '24:00'])] });
    expect(planOf(rules, '2026-05-01').spans).toEqual([{ from: 480, to: 1_440 }]);
  });
});

/**
 * Spring 2023. Lebanon decided on 23 March to begin summer time not on 26 March but on 21 April, took it back on
 * 27 March, and began in the night to 30 March. Palestine decided in the year's first months to begin on 29 April
 * instead of 25 March, because of Ramadan. Machines learned of it late or never.
 */
describe('summer time announced late', () => {
  const at = (text: string) => Date.parse(text);
  const hour = 3_600_000;

  it('should follow the announcements of Lebanon in 2023', () => {
    const rules = rulesOf('lb', { ramadanHours: null });
    const opensAt = (clock: ZoneClock, day: string) =>
      new Date(new CalendarBusinessTime(rules, clock).stateAt(at(`${day}T00:00:00Z`)).until!).toISOString();

    const asPlanned = new ZoneClock('Asia/Beirut');
    expect(opensAt(asPlanned, '2023-03-27')).toBe('2023-03-27T05:00:00.000Z');

    const decided = { from: at('2023-03-25T22:00Z'), to: at('2023-04-20T22:00Z'), offsetMinutes: 120 };
    const postponed = new ZoneClock('Asia/Beirut', [decided]);
    expect(opensAt(postponed, '2023-03-27')).toBe('2023-03-27T06:00:00.000Z');
    expect(opensAt(postponed, '2023-04-20')).toBe('2023-04-20T06:00:00.000Z');
    expect(opensAt(postponed, '2023-04-24')).toBe('2023-04-24T05:00:00.000Z');

    const reversed = new ZoneClock('Asia/Beirut', [{ ...decided, to: at('2023-03-29T22:00Z') }]);
    expect(opensAt(reversed, '2023-03-29')).toBe('2023-03-29T06:00:00.000Z');
    expect(opensAt(reversed, '2023-03-30')).toBe('2023-03-30T05:00:00.000Z');

    // Twenty working hours from Friday noon, computed after each of three announcements.
    const due = (clock: ZoneClock) =>
      new CalendarBusinessTime(rules, clock).after(at('2023-03-24T08:00Z'), 20 * hour);
    expect(due(postponed) - due(asPlanned)).toBe(hour);
    expect(due(reversed)).toBe(due(postponed));
  });

  it('should correct outdated time zone data with the decision of Palestine', () => {
    // As planned before: summer time from 25 March 2023, two in the morning.
    const old = (moment: number) => {
      const summer = moment >= at('2023-03-25T00:00Z') && moment < at('2023-10-27T23:00Z');
      return summer ? 180 : 120;
    };
    const decided = [{ from: at('2023-03-25T00:00Z'), to: at('2023-04-29T00:00Z'), offsetMinutes: 120 }];
    for (const zone of ['Asia/Gaza', 'Asia/Hebron']) {
      const rules = rulesOf('ps');
      const wrong = new CalendarBusinessTime(rules, new ZoneClock(zone, [], old));
      const told = new CalendarBusinessTime(rules, new ZoneClock(zone, decided, old));
      const informed = new CalendarBusinessTime(rules, new ZoneClock(zone));
      const begin = at('2023-03-01T00:00Z');
      for (let day = 0; day < 120; day++) {
        const from = begin + day * 24 * hour;
        expect(told.after(from, 30 * hour)).toBe(informed.after(from, 30 * hour));
      }
      const april = at('2023-04-03T03:00Z');
      expect(told.after(april, hour) - wrong.after(april, hour)).toBe(hour);
    }
  });

  it('should skip an hour that clocks skip, and count an hour twice that they repeat', () => {
    const nights = {
      mon: [['00:00', '08:00']],
      sun: [['00:00', '08:00']],
      sat: [['23:00', '24:00']],
    } as const;
    const time = new CalendarBusinessTime(
      rulesOf('lb', { hours: nights, ramadanHours: null }),
      new ZoneClock('Asia/Beirut'),
    );
    // Sunday 26 March 2023 has no hour from 0 to 1; on Saturday 28 October 2023 the hour from 23 comes twice.
    expect(time.between(at('2023-03-25T22:00Z'), at('2023-03-26T21:00Z'))).toBe(7 * hour);
    expect(time.between(at('2023-10-28T12:00Z'), at('2023-10-28T22:00Z'))).toBe(2 * hour);
  });
});

describe('whether it is open', () => {
  const time = new CalendarBusinessTime(rulesOf('bh'), new ZoneClock('Asia/Bahrain'));
  const iso = (text: string) => Date.parse(text);

  it('should report until when the state holds', () => {
    expect(time.stateAt(iso('2026-06-03T05:00Z'))).toEqual({ open: true, until: iso('2026-06-03T11:00Z') });
    expect(time.stateAt(iso('2026-06-04T11:00Z'))).toEqual({ open: false, until: iso('2026-06-07T04:00Z') });
    expect(AROUND_THE_CLOCK.stateAt(0)).toEqual({ open: true, until: null });
  });

  it('should not close when every day is open around the clock', () => {
    const always = Object.fromEntries(
      (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => [
        day,
        [['00:00', '24:00'] as const],
      ]),
    );
    const shop = new CalendarBusinessTime(
      { ...rulesOf('bh'), hours: always, ramadanHours: null, holidays: [] },
      new ZoneClock('Asia/Bahrain'),
    );
    expect(shop.stateAt(iso('2026-06-05T00:00Z'))).toEqual({ open: true, until: null });
  });

  it('should find the next opening across the end of a year', () => {
    const rare = {
      ...rulesOf('bh'),
      specialDays: [{ from: '2026-01-02', to: '2027-02-01', name: { ar: 'أ', en: 'a' }, hours: [] }],
    };
    const state = new CalendarBusinessTime(rare, new ZoneClock('Asia/Bahrain')).stateAt(
      iso('2026-03-01T00:00Z'),
    );
    expect(state).toEqual({ open: false, until: iso('2027-02-02T04:00Z') });
  });
});

describe('what is wrong with hours', () => {
  it.each([
    [{}, [['hours', 'never_opens']]],
    [{ mon: [] }, [['hours', 'never_opens']]],
    [{ mon: [['08:00', '08:00']] }, [['hours.mon[0]', 'empty_span']]],
    [{ mon: [['8', '09:00']] }, [['hours.mon[0]', 'hours']]],
    [{ mon: [['24:00', '09:00']] }, [['hours.mon[0]', 'hours']]],
    [
      {
        mon: [
          ['08:00', '12:00'],
          ['11:59', '13:00'],
        ],
      },
      [['hours.mon[1]', 'overlap']],
    ],
    [{ mon: [['22:00', '06:00']], tue: [['05:00', '09:00']] }, [['hours.tue[0]', 'overlap']]],
    [{ sun: [['22:00', '06:00']], mon: [['05:00', '09:00']] }, [['hours.mon[0]', 'overlap']]],
    [
      {
        mon: [
          ['08:00', '12:00'],
          ['12:00', '24:00'],
        ],
        tue: [['00:00', '01:00']],
      },
      [],
    ],
  ] as const)('should be found in %j', (hours, faults) => {
    expect(checkWeek(hours, 'hours').map(({ path, code }) => [path, code])).toEqual(faults);
  });

  it('should be checked for a single day, which may be closed', () => {
    expect(checkDay([], 'hours')).toEqual([]);
    expect(
      checkDay(
        [
          ['08:00', '12:00'],
          ['10:00', '11:00'],
        ],
        'hours',
      ),
    ).toMatchObject([{ code: 'overlap' }]);
  });
});
