import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type BudgetPolicy,
  type BudgetState,
  decideAttempt,
  delaySchedule,
  maxAttemptsWithin,
} from './attempt-budget.js';

const policies: fc.Arbitrary<BudgetPolicy> = fc.record({
  free: fc.integer({ min: 1, max: 12 }),
  delaysSeconds: fc
    .array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 })
    .map((delays) => delays.sort((a, b) => a - b) as [number, ...number[]]),
  forgetSeconds: fc.integer({ min: 3_600, max: 20_000 }),
});

const attemptAll = (policy: BudgetPolicy, times: number[]) => {
  let state: BudgetState | null = null;
  const granted: number[] = [];
  for (const at of times) {
    const decision = decideAttempt(state, policy, at * 1000);
    if (!decision.allowed) continue;
    granted.push(at);
    state = decision.next;
  }
  return granted;
};

describe('an attempt budget', () => {
  const policy: BudgetPolicy = { free: 3, delaysSeconds: [60, 300], forgetSeconds: 3_600 };

  it('should grant the free attempts at once, and then increase the delay', () => {
    expect(delaySchedule(policy)).toEqual([0, 0, 60, 300]);
    expect(attemptAll(policy, [0, 0, 0, 0, 59, 60, 61, 359, 360, 659, 660])).toEqual([0, 0, 0, 60, 360, 660]);
  });

  it.each([
    [0, 60],
    [1, 60],
    [30_500, 30],
    [59_999, 1],
  ])('should say after %i ms how many seconds are left', (passed, seconds) => {
    const state = { tries: 3, readyAt: 60_000, forgetAt: 3_600_000 };
    expect(decideAttempt(state, policy, passed)).toEqual({ allowed: false, retryAfterSeconds: seconds });
  });

  it('should reset after a long enough time without attempts, and never while it is locked', () => {
    const state = { tries: 9, readyAt: null, forgetAt: 100 };
    expect(decideAttempt(state, policy, 100)).toMatchObject({ next: { tries: 1, readyAt: null } });
    expect(decideAttempt(state, policy, 99)).toMatchObject({ next: { tries: 10, readyAt: 300_099 } });
    expect(decideAttempt({ ...state, readyAt: 200 }, policy, 150)).toMatchObject({ allowed: false });
  });

  it('should never grant more attempts in a period than the computed maximum', () => {
    const times = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(policies, times, (any, when) => {
        const sorted = when.sort((a, b) => a - b);
        const granted = attemptAll(any, sorted);
        const span = sorted.at(-1)! - sorted[0]!;
        expect(granted.length).toBeLessThanOrEqual(maxAttemptsWithin(any, span));
        // The first attempt is never refused.
        expect(granted[0]).toBe(sorted[0]);
      }),
    );
  });

  it('should never require a wait longer than the last delay', () => {
    fc.assert(
      fc.property(policies, fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 60 }), (any, when) => {
        const sorted = when.sort((a, b) => a - b);
        let state: BudgetState | null = null;
        for (const at of sorted) {
          const decision = decideAttempt(state, any, at * 1000);
          if (decision.allowed) state = decision.next;
          else expect(decision.retryAfterSeconds).toBeLessThanOrEqual(any.delaysSeconds.at(-1)!);
        }
      }),
    );
  });
});
