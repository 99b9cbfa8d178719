import fc from 'fast-check';
import { type Priority, PRIORITIES } from '#wasl/contracts';
import {
  DEFAULT_ORDER,
  maxOvertakingSeconds,
  type OrderRules,
  urgencyAt,
  type UrgencyInput,
} from './urgency.js';

const noon = new Date('2026-03-01T12:00:00Z');
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
const place = (priority: Priority, arrivedAt: Date, given: Partial<UrgencyInput> = {}) =>
  urgencyAt({ priority, arrivedAt, dueAt: null, ...given }).getTime();

describe('the order in which work waits', () => {
  it('should offer the oldest urgent work first', () => {
    expect(place('urgent', noon)).toBeLessThan(place('urgent', later(1)));
    expect(place('urgent', later(1))).toBeLessThan(place('high', noon));
    expect(place('high', noon)).toBeLessThan(place('normal', noon));
    expect(place('normal', noon)).toBeLessThan(place('low', noon));
  });

  it('should bring forward work whose due time is near', () => {
    expect(place('normal', later(5), { dueAt: later(6) })).toBeLessThan(
      place('normal', later(3), { dueAt: later(40) }),
    );
  });

  it('should give requesters with a flag a head start', () => {
    expect(place('normal', later(7), { vulnerable: true })).toBeLessThan(place('normal', noon));
    expect(place('normal', later(1), { vip: true })).toBeLessThan(place('normal', noon));
    expect(place('normal', later(3), { vip: true })).toBeGreaterThan(place('normal', noon));
  });

  it('should serve low priority eventually', () => {
    expect(place('low', noon)).toBeLessThan(place('normal', later(9)));
    expect(place('low', noon)).toBeLessThan(place('urgent', later(100)));
  });

  it('should let nothing starve: work that arrives later than the bound is served after it', () => {
    const DAY = 86_400;
    const seconds = fc.integer({ min: 0, max: 3 * DAY });
    const anyOrder: fc.Arbitrary<OrderRules> = fc.record({
      headStarts: fc.record({
        urgent: seconds,
        high: seconds,
        normal: seconds,
        low: seconds.map((n) => -n),
        vip: seconds,
        vulnerable: seconds,
      }),
      promise: fc.record({ leadSeconds: seconds, mostSeconds: seconds }),
    });
    const anyMatter = fc.record({
      priority: fc.constantFrom(...PRIORITIES),
      vip: fc.boolean(),
      vulnerable: fc.boolean(),
      dueInSeconds: fc.option(fc.integer({ min: -900 * DAY, max: 900 * DAY })),
    });
    fc.assert(
      fc.property(anyOrder, anyMatter, anyMatter, seconds, (order, early, late, more) => {
        const at = (matter: typeof early, arrivedAt: Date) =>
          urgencyAt(
            {
              ...matter,
              arrivedAt,
              dueAt:
                matter.dueInSeconds === null
                  ? null
                  : new Date(arrivedAt.getTime() + matter.dueInSeconds * 1000),
            },
            order,
          ).getTime();
        const bound = maxOvertakingSeconds(order) + 1 + more;
        expect(at(early, noon)).toBeLessThan(at(late, new Date(noon.getTime() + bound * 1000)));
      }),
      { numRuns: 5_000 },
    );
    expect(maxOvertakingSeconds(DEFAULT_ORDER)).toBe((80 + 10 + 72) * 3_600);
  });
});
