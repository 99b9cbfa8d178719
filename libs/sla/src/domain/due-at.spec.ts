import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  AROUND_THE_CLOCK,
  CalendarBusinessTime,
  countryCalendar,
  readCountryProfile,
  ZoneClock,
} from '#wasl/country';
import { consumedUntil, dueAt, type PauseInterval } from './due-at.js';

const calendarOf = (code: string) => {
  const country = readCountryProfile(code);
  return new CalendarBusinessTime(countryCalendar(country), new ZoneClock(country.zones[0]!));
};
const bahrain = calendarOf('bh');
const lebanon = calendarOf('lb');
const MINUTE = 60_000;
const at = (text: string, zone = 'Asia/Bahrain') => DateTime.fromISO(text, { zone }).toMillis();
const due = (from: number, minutes: number, working = bahrain, pauses: PauseInterval[] = []) =>
  dueAt({ startedAt: from, pauses }, minutes * MINUTE, working);

describe('the due time of a clock', () => {
  it('should count only while the offices work', () => {
    // Thursday 13:00, two hours: one today, one on Sunday after the weekend.
    expect(due(at('2026-06-04T13:00'), 120)).toEqual(at('2026-06-07T08:00'));
  });

  it('should be due at closing time rather than at the next opening', () => {
    expect(due(at('2026-06-03T13:00'), 60)).toEqual(at('2026-06-03T14:00'));
  });

  it('should start at opening time for a ticket that arrives at night', () => {
    expect(due(at('2026-06-02T23:30'), 30)).toEqual(at('2026-06-03T07:30'));
  });

  it('should leave out public holidays', () => {
    expect(due(at('2026-12-15T13:30'), 60)).toEqual(at('2026-12-20T07:30'));
  });

  it('should keep the hours of Ramadan', () => {
    // 1 Ramadan 1447 is 18 February 2026: work begins at eight.
    expect(due(at('2026-02-22T06:00'), 30)).toEqual(at('2026-02-22T08:30'));
  });

  it('should keep the wall clock when summer time begins', () => {
    // Lebanon's clocks go forward in the night to Sunday 29 March 2026; Monday's hours begin at eight all the same.
    expect(due(at('2026-03-27T10:30', 'Asia/Beirut'), 60, lebanon)).toEqual(
      at('2026-03-30T08:30', 'Asia/Beirut'),
    );
  });

  it('should exclude pauses, also those in closed time', () => {
    const opened = at('2026-06-03T08:00');
    const lunch = { from: at('2026-06-03T09:00'), to: at('2026-06-03T10:30') };
    expect(due(opened, 120, bahrain, [lunch])).toBe(at('2026-06-03T11:30'));
    const night = { from: at('2026-06-03T15:00'), to: at('2026-06-03T23:00') };
    expect(due(opened, 420, bahrain, [night])).toBe(due(opened, 420));
  });

  it('should not change when a pause begins after it', () => {
    const opened = at('2026-06-03T08:00');
    const late = { from: at('2026-06-03T10:00'), to: at('2026-06-03T11:00') };
    expect(due(opened, 120, bahrain, [late])).toBe(at('2026-06-03T10:00'));
  });

  it('should not move while a pause lasts', () => {
    const opened = at('2026-06-03T08:00');
    expect(due(opened, 120, bahrain, [{ from: at('2026-06-03T09:00'), to: null }])).toBe(
      at('2026-06-03T10:00'),
    );
  });

  it('should reject a target without time', () => {
    expect(() => due(0, 0)).toThrow(RangeError);
    expect(() => due(0, Number.NaN)).toThrow(RangeError);
  });

  it('should agree with counting minute by minute, whatever pauses there were', () => {
    const begin = Date.UTC(2026, 2, 20);
    const pauses = fc
      .uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 0, maxLength: 6 })
      .map((edges) => {
        const sorted = edges.sort((a, b) => a - b).map((n) => begin + n * MINUTE);
        const found: PauseInterval[] = [];
        for (let n = 0; n < sorted.length; n += 2)
          found.push({ from: sorted[n]!, to: sorted[n + 1] ?? null });
        return found;
      });
    fc.assert(
      fc.property(
        fc.integer({ min: -5_000, max: 0 }),
        fc.integer({ min: 1, max: 1_500 }),
        pauses,
        fc.constantFrom(bahrain, lebanon, AROUND_THE_CLOCK),
        (offset, minutes, paused, working) => {
          const startedAt = begin + offset * MINUTE;
          const clock = { startedAt, pauses: paused };
          const expected = dueAt(clock, minutes * MINUTE, working);
          const open = paused.find((pause) => pause.to === null);
          let left = minutes;
          for (let now = startedAt; now < expected; now += MINUTE) {
            const rests = paused.some(({ from, to }) => from <= now && (to === null ? false : now < to));
            if (!rests && working.stateAt(now).open) left--;
          }
          expect(left).toBe(0);
          if (!open || expected <= open.from)
            expect(consumedUntil(clock, expected, working)).toBe(minutes * MINUTE);
          else expect(consumedUntil(clock, expected + MINUTE, working)).toBeLessThan(minutes * MINUTE);
        },
      ),
      { numRuns: 100 },
    );
  });
});
