import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { AttemptBudgets } from './attempt-budgets.js';
import { type Budget, type BudgetPolicy, type BudgetState, decideAttempt } from './domain/attempt-budget.js';

const POLICY: BudgetPolicy = { free: 3, delaysSeconds: [60, 300], forgetSeconds: 3_600 };
const budget = (key: string, more: Partial<Budget> = {}): Budget => ({
  key: ['test', key],
  policy: POLICY,
  onSuccess: 'refund',
  ...more,
});

describe('attempt budgets in the database', () => {
  let system: TestSystem;
  let budgets: AttemptBudgets;
  beforeAll(async () => {
    system = await startSystem({});
    budgets = system.api.get(AttemptBudgets);
  });
  afterAll(() => system.stop());

  const granted = async (...of: Budget[]) => (await budgets.reserve(of)).granted;
  /** Simulates the passing of time by moving all budgets into the past. */
  const pass = (seconds: number) =>
    system.database.query(
      `UPDATE attempt_budget SET ready_at = ready_at - $1 * interval '1 second',
              forget_at = forget_at - $1 * interval '1 second'`,
      [seconds],
    );

  it('should not grant more than the budget to two hundred concurrent attempts', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => budgets.reserve([budget('crowd')])));
    expect(all.filter((one) => one.granted)).toHaveLength(3);
    const waits = all.flatMap((one) => (one.granted ? [] : [one.retryAfterSeconds]));
    expect(Math.max(...waits)).toBeLessThanOrEqual(60);
    expect(Math.min(...waits)).toBeGreaterThan(50);
  });

  it('should not charge the second budget when the first refuses', async () => {
    for (let n = 0; n < 9; n++) await budgets.reserve([budget('source'), budget('account')]);
    const statuses = [await granted(budget('account')), await granted(budget('other'), budget('account'))];
    // Three were charged with the source; neither of these is granted, and the other source is charged one.
    expect(statuses).toEqual([false, false]);
    expect([
      await granted(budget('other')),
      await granted(budget('other')),
      await granted(budget('other')),
    ]).toEqual([true, true, false]);
  });

  it('should refund successful attempts, and clear failures that only the owner can have made', async () => {
    const shared = budget('shared');
    const own = budget('own', { onSuccess: 'clear' });
    for (let n = 0; n < 20; n++) {
      const reserved = await budgets.reserve([shared, own]);
      if (!reserved.granted) throw new Error('refused though all were right');
      await budgets.succeed(reserved);
    }
    await granted(shared);
    await granted(own);
    const last = await budgets.reserve([shared, own]);
    if (last.granted) await budgets.succeed(last);
    // One failure of the shared budget still counts; the own budget is cleared.
    const left = async (of: Budget) => {
      let count = 0;
      while (await granted(of)) count++;
      return count;
    };
    expect([await left(shared), await left(own)]).toEqual([2, 3]);
  });

  it('should refund an attempt that could not be checked, even the last one', async () => {
    const one = budget('busy');
    for (let n = 0; n < 10; n++) {
      const reserved = await budgets.reserve([one]);
      if (reserved.granted) await budgets.refund(reserved);
      expect(reserved.granted).toBe(true);
    }
    await granted(one);
    await granted(one);
    const third = await budgets.reserve([one]);
    if (third.granted) await budgets.refund(third);
    expect([await granted(one), await granted(one)]).toEqual([true, false]);
  });

  it('should decide like the pure function for any sequence of attempts', async () => {
    const steps = fc.array(fc.constantFrom(0, 0, 1, 59, 61, 299, 301, 3_601), {
      minLength: 1,
      maxLength: 25,
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (waits) => {
        const one = budget(`model ${run++}`);
        let state: BudgetState | null = null;
        let now = 0;
        for (const wait of waits) {
          if (wait > 0) await pass(wait);
          now += wait * 1000;
          const expected = decideAttempt(state, POLICY, now);
          expect(await granted(one)).toBe(expected.allowed);
          if (expected.allowed) state = expected.next;
        }
      }),
      { numRuns: 25 },
    );
  });

  it('should store no address and no name', async () => {
    await granted(budget('mona@test.example 203.0.113.9'));
    const rows = JSON.stringify(await system.database.query('SELECT * FROM attempt_budget'));
    expect(rows).not.toMatch(/mona|203\.0/);
  });
});
