import type { ReferralState, TicketStatus } from '#wasl/contracts';
import { statusPlan } from './ticket-status.js';

const pending = { status: 'pending', pendingOn: 'entity' } as const;
const open = { status: 'open', pendingOn: null } as const;
const parts = (...states: ReferralState[]) => states.map((state) => ({ state, asked: false }));

describe('the status of a referred ticket', () => {
  it.each<[TicketStatus]>([['new'], ['open'], ['pending']])(
    'should wait for the entity once sent: %s',
    (status) => {
      const ticket = { status, pendingOn: status === 'pending' ? ('requester' as const) : null };
      expect(statusPlan(ticket, parts('sent'), true)).toEqual(pending);
    },
  );

  it.each<[string, ReferralState[]]>([
    ['the last is completed', ['completed']],
    ['the last is recalled', ['recalled', 'completed']],
    ['one is returned, whatever else is live', ['accepted', 'returned']],
  ])('should be opened when %s', (_why, states) => {
    expect(statusPlan(pending, parts(...states), false)).toEqual({ status: 'open' });
  });

  it('should go on waiting for the others', () => {
    expect(statusPlan(pending, parts('completed', 'received'), false)).toEqual({});
  });

  it('should be opened by a question, and wait again from the answer on', () => {
    expect(statusPlan(pending, [{ state: 'accepted', asked: true }], false)).toEqual({ status: 'open' });
    expect(statusPlan(open, parts('accepted'), true)).toEqual(pending);
    // Another entity still asks.
    expect(statusPlan(open, [...parts('accepted'), { state: 'sent', asked: true }], true)).toEqual({});
  });

  it('should be left to whoever opened it or lets it wait for somebody else', () => {
    expect(statusPlan(open, parts('accepted'), false)).toEqual({});
    expect(statusPlan({ status: 'pending', pendingOn: 'requester' }, parts('completed'), false)).toEqual({});
    expect(statusPlan({ status: 'resolved', pendingOn: null }, parts('recalled'), true)).toEqual({});
  });
});
