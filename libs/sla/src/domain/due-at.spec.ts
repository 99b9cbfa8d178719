import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readCountryProfile } from '#wasl/country';
import { dueAt } from './due-at.js';
import { WorkingTime } from './working-time.js';

const bahrain = new WorkingTime(readCountryProfile('bh'));
const lebanon = new WorkingTime(readCountryProfile('lb'));
const at = (text: string, zone = 'Asia/Bahrain') => DateTime.fromISO(text, { zone }).toJSDate();

describe('when a promise is due', () => {
  it('should count only while the offices work', () => {
    // Thursday 13:00, two hours: one today, one on Sunday after the weekend.
    expect(dueAt(at('2026-06-04T13:00'), 120, bahrain)).toEqual(at('2026-06-07T08:00'));
  });

  it('should be due at the end of the day rather than the beginning of the next', () => {
    expect(dueAt(at('2026-06-03T13:00'), 60, bahrain)).toEqual(at('2026-06-03T14:00'));
  });

  it('should begin in the morning for what comes at night', () => {
    expect(dueAt(at('2026-06-02T23:30'), 30, bahrain)).toEqual(at('2026-06-03T07:30'));
  });

  it('should leave out public holidays', () => {
    expect(dueAt(at('2026-12-15T13:30'), 60, bahrain)).toEqual(at('2026-12-20T07:30'));
  });

  it('should keep the hours of Ramadan', () => {
    // 1 Ramadan 1447 is 18 February 2026: work begins at eight.
    expect(dueAt(at('2026-02-22T06:00'), 30, bahrain)).toEqual(at('2026-02-22T08:30'));
  });

  it('should keep the wall clock when summer time begins', () => {
    // Lebanon's clocks go forward in the night to Sunday 29 March 2026; Monday's hours begin at eight all the same.
    expect(dueAt(at('2026-03-27T10:30', 'Asia/Beirut'), 60, lebanon)).toEqual(
      at('2026-03-30T08:30', 'Asia/Beirut'),
    );
  });

  it('should agree with counting minute by minute', () => {
    const countMinutes = (from: Date, minutes: number, working: WorkingTime): Date => {
      let left = minutes;
      let now = DateTime.fromJSDate(from, { zone: working.zone });
      while (left > 0) {
        const open = working
          .spansOf(now.toISODate()!)
          .some((span) => span.from <= now.toMillis() && now.toMillis() < span.to);
        now = now.plus({ minutes: 1 });
        if (open) left--;
      }
      return now.toJSDate();
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500_000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.constantFrom(bahrain, lebanon),
        (offset, minutes, working) => {
          const from = new Date(Date.UTC(2026, 0, 1) + offset * 60_000);
          expect(dueAt(from, minutes, working)).toEqual(countMinutes(from, minutes, working));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('should refuse a promise of no time', () => {
    expect(() => dueAt(new Date(), 0, bahrain)).toThrow(RangeError);
  });
});
