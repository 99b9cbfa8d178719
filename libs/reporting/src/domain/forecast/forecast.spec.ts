import fc from 'fast-check';
import { wape } from './accuracy.js';
import { fitDailyModel } from './daily-model.js';
import { fitDayShapes } from './day-shape.js';
import { type DayCount, type DayKind, markAfterHolidays, weekdayOf } from './days.js';

const FIRST = 20_454; // Thursday, 1 January 2026
const WEEK = [130, 120, 110, 105, 100, 40, 60];
const kindOf = (day: number): DayKind =>
  (day - FIRST) % 365 >= 50 && (day - FIRST) % 365 < 80 ? 'ramadan' : 'normal';
const madeOf = (days: number, count: (day: number, kind: DayKind) => number): DayCount[] =>
  Array.from({ length: days }, (_, n) => FIRST + n).map((day) => ({
    day,
    kind: kindOf(day),
    count: count(day, kindOf(day)),
  }));

describe('the daily forecast', () => {
  it('should learn weekday and Ramadan effects, and continue them', () => {
    const model = fitDailyModel(
      madeOf(500, (day, kind) => WEEK[weekdayOf(day)]! * (kind === 'ramadan' ? 0.8 : 1)),
    )!;
    const sunday = FIRST + 507;
    expect(weekdayOf(sunday)).toBe(0);
    expect(model.expect({ day: sunday, kind: 'normal' }) / 130).toBeCloseTo(1, 1);
    expect(model.expect({ day: sunday + 5, kind: 'normal' }) / 40).toBeCloseTo(1, 1);
    expect(model.factors.kinds.ramadan).toBeCloseTo(0.8, 1);
  });

  it('should follow a jump of the level, and not overreact to one day', () => {
    const jumped = (at: number) => (day: number) => WEEK[weekdayOf(day)]! * (day >= FIRST + at ? 1.5 : 1);
    const day = { day: FIRST + 303, kind: 'normal' as const };
    const usual = WEEK[weekdayOf(day.day)]!;
    expect(fitDailyModel(madeOf(300, jumped(240)))!.expect(day) / usual).toBeGreaterThan(1.35);
    const crowded = madeOf(300, (d) => WEEK[weekdayOf(d)]! * (d === FIRST + 299 ? 20 : 1));
    expect(fitDailyModel(crowded)!.expect(day) / usual).toBeLessThan(1.5);
  });

  it('should return null for less than two weeks', () => {
    expect(fitDailyModel(madeOf(13, () => 5))).toBeNull();
    expect(fitDailyModel(madeOf(14, () => 5))).not.toBeNull();
  });

  it('should give a number that is not negative, whatever the history', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(100_000)), { minLength: 14, maxLength: 120 }),
        fc.integer({ min: 1, max: 90 }),
        (counts, ahead) => {
          const history = madeOf(counts.length, (day) => counts[day - FIRST]!);
          const expected = fitDailyModel(history)!.expect({
            day: FIRST + counts.length - 1 + ahead,
            kind: 'holiday',
          });
          expect(Number.isFinite(expected)).toBe(true);
          expect(expected).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the shape of a day', () => {
  const at = (slot: number, count: number) => Array.from({ length: 48 }, (_, n) => (n === slot ? count : 0));
  const days = madeOf(70, () => 0).map((day) => ({
    ...day,
    slots: at(day.kind === 'ramadan' ? 42 : 20, 1_000),
  }));
  const shapes = fitDayShapes(days, 48, FIRST + 70);
  const peakOf = (kind: DayKind) => {
    const shape = shapes({ day: FIRST + 71, kind });
    return shape.indexOf(Math.max(...shape));
  };

  it('should be that of its kind of day', () => {
    expect(peakOf('normal')).toBe(20);
    expect(peakOf('ramadan')).toBe(42);
  });

  it('should fall back to all days for an unseen kind, and add up to one', () => {
    for (const kind of ['normal', 'ramadan', 'holiday', 'after_holiday'] as const) {
      const sum = shapes({ day: FIRST + 71, kind }).reduce((all, share) => all + share, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
    expect(fitDayShapes([], 4, 0)({ day: 1, kind: 'normal' })).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('kinds of day', () => {
  it('should mark the first working day after holidays', () => {
    const kinds = ['holiday', 'holiday', 'normal', 'normal', 'normal', 'holiday', 'ramadan'] as const;
    const marked = markAfterHolidays(
      kinds.map((kind, n) => ({ day: n, kind })),
      (day) => day === 2,
    );
    expect(marked.map(({ kind }) => kind)).toEqual([
      'holiday',
      'holiday',
      'normal',
      'after_holiday',
      'normal',
      'holiday',
      'ramadan',
    ]);
  });
});

describe('weighted absolute percentage error', () => {
  it('should be the sum of errors divided by the sum of actual contacts', () => {
    expect(
      wape([
        { expected: 12, actual: 10 },
        { expected: 0, actual: 10 },
      ]),
    ).toBe(0.6);
    expect(wape([{ expected: 3, actual: 0 }])).toBeNull();
  });
});
