import { describe, expect, it } from '@jest/globals';
import { referralDue } from './referral-due.js';

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const referral = {
  state: 'sent' as const,
  sentAt: at(0),
  acceptedAt: null,
  acceptBy: at(8),
  dueAt: at(20),
};
const due = (change: object, hour: number) => referralDue({ ...referral, ...change }, Date.parse(at(hour)));

describe('what an entity owes next', () => {
  it.each(['sent', 'received'] as const)('is an answer whether it is its matter (%s)', (state) => {
    expect(due({ state }, 1)).toEqual({ what: 'accept', at: at(8), state: 'kept' });
    expect(due({ state }, 6)).toMatchObject({ what: 'accept', state: 'risk' });
    expect(due({ state }, 8)).toMatchObject({ what: 'accept', state: 'broken' });
  });

  it('is the answer once it accepted, counted from then', () => {
    const accepted = { state: 'accepted', acceptedAt: at(4) };
    expect(due(accepted, 15)).toEqual({ what: 'complete', at: at(20), state: 'kept' });
    expect(due(accepted, 16)).toMatchObject({ state: 'risk' });
    expect(due(accepted, 21)).toMatchObject({ state: 'broken' });
  });

  it.each(['completed', 'returned', 'recalled'] as const)('is nothing when it is %s', (state) => {
    expect(due({ state }, 9)).toBeNull();
  });
});
