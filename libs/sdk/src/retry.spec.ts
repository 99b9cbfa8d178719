import fc from 'fast-check';
import { DEFAULT_RETRY, type Outcome, pauseBefore, retryAfterOf } from './retry.js';

const outcome = (more: Partial<Outcome>): Outcome => ({
  method: 'GET',
  keyed: false,
  conditional: false,
  ...more,
});
const isRepeated = (more: Partial<Outcome>) =>
  pauseBefore(outcome(more), 1, DEFAULT_RETRY, 0.5) !== undefined;

describe('whether a call is repeated', () => {
  it.each([
    ['reading without an answer', { method: 'GET' }, true],
    ['reading after 503', { method: 'GET', status: 503 }, true],
    ['reading what is not there', { method: 'GET', status: 404 }, false],
    ['a creation with a key, without an answer', { method: 'POST', keyed: true }, true],
    ['a creation without a key, without an answer', { method: 'POST' }, false],
    ['a creation without a key after 500', { method: 'POST', status: 500 }, false],
    ['anything after 429', { method: 'POST', status: 429 }, true],
    [
      'a creation whose first try is at work',
      { method: 'POST', keyed: true, status: 409, code: 'idempotency.in_progress' },
      true,
    ],
    [
      'a creation whose key is another’s',
      { method: 'POST', keyed: true, status: 409, code: 'idempotency.mismatch' },
      false,
    ],
    ['a removal', { method: 'DELETE' }, true],
    ['a replacement of a version', { method: 'PUT', conditional: true }, false],
    ['a change', { method: 'PATCH', conditional: true, status: 502 }, false],
  ] as const)('%s', (_, more, expected) => expect(isRepeated(more)).toBe(expected));
});

describe('the pause', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true });

  it('should be what the server asks for, or a little longer, and not at all when that is too long', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), random, (retryAfter, dice) => {
        const pause = pauseBefore(outcome({ status: 429, retryAfter }), 1, DEFAULT_RETRY, dice);
        if (retryAfter * 1_000 > DEFAULT_RETRY.longestAsked) return pause === undefined;
        return pause! >= retryAfter * 1_000 && pause! <= retryAfter * 1_000 + DEFAULT_RETRY.firstPause;
      }),
    ));

  it('should grow to its limit otherwise, and end after the last try', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), random, (tries, dice) => {
        const policy = { ...DEFAULT_RETRY, retries: 30 };
        const pause = pauseBefore(outcome({}), tries, policy, dice);
        if (tries > policy.retries) return pause === undefined;
        const full = Math.min(policy.longestPause, policy.firstPause * 2 ** (tries - 1));
        return pause! >= full / 2 && pause! <= full;
      }),
    ));

  it.each([
    [{ 'retry-after': '7' }, 7],
    [{ 'retry-after': 'Mon, 02 Mar 2026 09:00:10 GMT' }, 10],
    [{ 'retry-after': 'Mon, 02 Mar 2026 08:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '12' }, 12],
    [{ 'ratelimit-remaining': '3', 'ratelimit-reset': '12' }, undefined],
    [{}, undefined],
  ])('should be read from %j', (headers, expected) =>
    expect(
      retryAfterOf(new Headers(headers as Record<string, string>), Date.parse('2026-03-02T09:00:00Z')),
    ).toBe(expected),
  );
});
