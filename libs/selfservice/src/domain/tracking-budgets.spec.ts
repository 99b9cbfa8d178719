import { describe, expect, it } from '@jest/globals';
import { maxAttemptsWithin } from '#wasl/platform';
import { codeRequestBudgets, trackingBudgets } from './tracking-budgets.js';

const keysOf = (...of: Parameters<typeof trackingBudgets>) =>
  trackingBudgets(...of).map(({ key }) => key.join(' '));
const stranger = { source: '198.51.100.1', deviceId: null };

describe('the budgets of a tracking code attempt', () => {
  it('should be the device alone where the ticket was opened before', () => {
    expect(keysOf('264819370521', { source: '198.51.100.1', deviceId: 'd' })).toEqual([
      'track-device 264819370521 d',
    ]);
  });

  it('should share nothing between such a device and strangers', () => {
    const own = keysOf('1', { ...stranger, deviceId: 'd' });
    expect(keysOf('1', stranger).filter((key) => own.includes(key))).toEqual([]);
  });

  it('should count strangers by source, by source and ticket, and by ticket', () => {
    expect(keysOf('1', stranger)).toEqual([
      'track-source 198.51.100.1',
      'track 1 198.51.100.1',
      'track-ticket 1',
    ]);
  });

  it('should need many sources to lock out new devices', () => {
    const [, own, ticket] = trackingBudgets('1', stranger);
    expect(ticket!.policy.free / own!.policy.free).toBeGreaterThanOrEqual(30);
  });

  it('should allow fewer than two thousand attempts a day from any number of sources', () => {
    expect(maxAttemptsWithin(trackingBudgets('1', stranger)[2]!.policy, 86_400)).toBeLessThan(2_000);
  });

  it('should limit resent codes', () => {
    const [, code] = codeRequestBudgets('1', 'someone@example.com', '198.51.100.1');
    expect(maxAttemptsWithin(code!.policy, 3_599)).toBeLessThanOrEqual(5);
  });
});
