import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RECORDING_FAULTS } from '#wasl/contracts';
import { faultOfStatus, MOST_ATTEMPTS, retryDelay } from './judge-fetch.js';

describe('a recording that was not fetched', () => {
  it.each([
    [301, 'redirected'],
    [304, 'redirected'],
    [404, 'answered'],
    [500, 'answered'],
    [206, 'answered'],
  ])('with the status %i is %s', (status, fault) =>
    expect(faultOfStatus(status)).toEqual({ fault, detail: String(status) }),
  );

  it('is tried again ever later, and not for ever', () => {
    const delays = Array.from({ length: MOST_ATTEMPTS }, (_, n) =>
      retryDelay({ fault: 'timeout', detail: null }, n + 1),
    );
    expect(delays.slice(0, 5)).toEqual(delays.slice(0, 5).toSorted((a, b) => a! - b!));
    expect(delays.slice(5)).toEqual([null, null]);
  });

  it('is not tried again when that changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORDING_FAULTS), fc.integer({ min: 1, max: 9 }), (fault, attempts) => {
        const final = ['too_large', 'not_audio', 'not_allowed', 'redirected', 'no_consent'];
        if (final.includes(fault)) expect(retryDelay({ fault, detail: null }, attempts)).toBeNull();
      }),
    );
  });
});
