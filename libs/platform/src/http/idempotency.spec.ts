import { describe, expect, it } from '@jest/globals';
import { idempotencyClaimOf } from './idempotency.js';

const CALL = { method: 'POST', path: '/x', body: { a: 1, b: [2] }, source: '10.0.0.1 curl' };
const LONG = '6f1c9d1e-3c6b-4a51-9d0e-0f6c7a1d2b3c';
const same = (a: ReturnType<typeof idempotencyClaimOf>, b: ReturnType<typeof idempotencyClaimOf>) => ({
  place: a.scope === b.scope && a.key === b.key,
  body: a.bodyHash.equals(b.bodyHash),
});

describe('a claim', () => {
  it.each(['once', LONG])('is the same for a retry of the same source (%s)', (key) => {
    const retry = { ...CALL, body: { b: [2], a: 1 } };
    expect(same(idempotencyClaimOf(key, CALL), idempotencyClaimOf(key, retry))).toEqual({
      place: true,
      body: true,
    });
    const other = idempotencyClaimOf(key, { ...CALL, body: { a: 1 } });
    expect(same(idempotencyClaimOf(key, CALL), other)).toEqual({ place: true, body: false });
  });

  it('with a short key is a different claim for another source', () => {
    const elsewhere = idempotencyClaimOf('once', { ...CALL, source: '10.0.0.2 curl' });
    expect(same(idempotencyClaimOf('once', CALL), elsewhere).place).toBe(false);
  });

  it('with an unguessable key has the same scope for another source, but never the same hash', () => {
    const elsewhere = idempotencyClaimOf(LONG, { ...CALL, source: '10.0.0.2 curl' });
    expect(same(idempotencyClaimOf(LONG, CALL), elsewhere)).toEqual({ place: true, body: false });
  });

  it('of a signed-in caller does not depend on the source', () => {
    const mona = { ...CALL, principalId: 'mona' };
    const moved = { ...mona, source: '10.0.0.2 curl' };
    expect(same(idempotencyClaimOf('once', mona), idempotencyClaimOf('once', moved))).toEqual({
      place: true,
      body: true,
    });
    const ali = idempotencyClaimOf('once', { ...CALL, principalId: 'ali' });
    expect(same(idempotencyClaimOf('once', mona), ali).place).toBe(false);
    expect(same(idempotencyClaimOf('once', CALL), ali).place).toBe(false);
  });
});
