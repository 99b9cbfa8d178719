import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeAttempt } from './judge-attempt.js';

const HOUR = 3_600_000;

describe('what follows from an attempt', () => {
  it.each([200, 201, 202, 204, 299])('%d is taken', (status) =>
    expect(judgeAttempt({ status }, 1, false)).toEqual({ is: 'delivered' }),
  );
  it.each([301, 302, 307, 308, 400, 401, 404, 409, 429, 500, 503])('%d is tried again', (status) =>
    expect(judgeAttempt({ status }, 1, false)).toEqual({ is: 'retry', afterMs: 5_000 }),
  );
  it('410 says that the receiver is gone, also to a test', () => {
    for (const once of [true, false]) expect(judgeAttempt({ status: 410 }, 1, once)).toEqual({ is: 'gone' });
  });
  it('a test is not tried again', () => {
    expect(judgeAttempt({ status: 500 }, 1, true)).toEqual({ is: 'failed' });
    expect(judgeAttempt({ fault: 'timeout' }, 1, true)).toEqual({ is: 'failed' });
  });

  it('nine delays follow ten failures, the last of which ends it after three days', () => {
    const verdicts = Array.from({ length: 10 }, (_, n) => judgeAttempt({ fault: 'timeout' }, n + 1, false));
    expect(verdicts.at(-1)).toEqual({ is: 'exhausted' });
    const delays = verdicts.flatMap((verdict) => (verdict.is === 'retry' ? [verdict.afterMs / 1_000] : []));
    expect(delays).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(delays.reduce((sum, delay) => sum + delay, 0) * 1_000).toBeGreaterThan(72 * HOUR);
  });

  it('always says one of five things, and never retries for ever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 1, max: 50 }), (status, attempts) => {
        const { is } = judgeAttempt({ status }, attempts, false);
        expect(['delivered', 'retry', 'gone', 'exhausted']).toContain(is);
        if (attempts >= 10) expect(is).not.toBe('retry');
      }),
    );
  });
});
