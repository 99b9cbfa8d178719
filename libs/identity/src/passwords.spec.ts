import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordMatches } from './passwords.js';

describe('hashing passwords', () => {
  it('should accept the right password, and none without a stored hash', async () => {
    const stored = await hashPassword('nine lives of a cat');
    expect(await passwordMatches(stored, 'nine lives of a cat')).toBe(true);
    expect(await passwordMatches(stored, 'ten lives of a cat')).toBe(false);
    expect(await passwordMatches(null, 'a password that nobody has')).toBe(false);
  });

  it('should refuse calls when too many are waiting, to limit memory and threads', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 120 }, () => passwordMatches(null, 'wrong')));
    const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused.length).toBeGreaterThanOrEqual(120 - 64 - 3);
    expect(refused.length).toBeLessThan(120);
    for (const reason of refused) expect(reason).toMatchObject({ kind: 'unavailable' });
  });
});
