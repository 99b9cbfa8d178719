import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTEMPT_OUTCOMES } from '#wasl/contracts';
import { afterAttempt, outcomeOfCall } from './callback-attempts.js';

const now = new Date('2026-01-05T08:00:00Z');
const rules = { attempts: 3, retryMinutes: 30 };

describe('a callback', () => {
  it('is tried again after a while, and given up in the end', () => {
    expect(afterAttempt(0, 'no_answer', rules, now)).toEqual({
      state: 'waiting',
      attempts: 1,
      dueAt: new Date('2026-01-05T08:30:00Z'),
    });
    expect(afterAttempt(1, 'busy', rules, now).state).toBe('waiting');
    expect(afterAttempt(2, 'no_answer', rules, now)).toMatchObject({ state: 'gave_up', attempts: 3 });
  });

  it('is settled when somebody is reached, and by a wrong number', () => {
    expect(afterAttempt(2, 'reached', rules, now).state).toBe('reached');
    expect(afterAttempt(0, 'wrong_number', rules, now).state).toBe('wrong_number');
  });

  it('ends after as many attempts as the rules allow, whatever their outcome', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.array(fc.constantFrom(...ATTEMPT_OUTCOMES), { minLength: 10, maxLength: 10 }),
        (attempts, outcomes) => {
          let made = 0;
          for (const outcome of outcomes) {
            const after = afterAttempt(made, outcome, { attempts, retryMinutes: 5 }, now);
            made = after.attempts;
            if (after.state !== 'waiting') break;
          }
          expect(made).toBeLessThanOrEqual(attempts);
        },
      ),
    );
  });

  it('takes its outcome from the call that was made', () => {
    expect(outcomeOfCall({ answered: true, cause: 'normalClearing' })).toBe('reached');
    expect(outcomeOfCall({ answered: false, cause: 'noAnswer' })).toBe('no_answer');
    expect(outcomeOfCall({ answered: false, cause: 'notFound' })).toBe('wrong_number');
    expect(outcomeOfCall({ answered: false, cause: 'congestion' })).toBeNull();
  });
});
