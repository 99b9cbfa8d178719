import { TICKET_STATUSES, type TicketStatus } from '#wasl/contracts';
import {
  statusAfterPublicReply,
  statusAfterRequesterMessage,
  assertTransition,
  canTransition,
} from './ticket-lifecycle.js';

describe('the ticket lifecycle', () => {
  const ALLOWED: Record<TicketStatus, TicketStatus[]> = {
    new: ['open', 'pending', 'resolved', 'closed'],
    open: ['pending', 'resolved', 'closed'],
    pending: ['open', 'resolved', 'closed'],
    resolved: ['open', 'closed'],
    closed: ['open'],
  };
  const pairs = TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to) => [from, to] as const));

  it.each(pairs)('should know whether %s may become %s', (from, to) => {
    expect(canTransition(from, to)).toBe(ALLOWED[from].includes(to));
  });

  it('should name both states when it refuses', () => {
    expect(() => assertTransition('closed', 'pending')).toThrow(
      expect.objectContaining({
        code: 'ticket.illegal_transition',
        params: { from: 'closed', to: 'pending' },
      }),
    );
  });

  it('should reopen when the requester writes, unless it is closed', () => {
    expect(TICKET_STATUSES.map(statusAfterRequesterMessage)).toEqual(['new', 'open', 'open', 'open', null]);
  });

  it('should be open after a first reply', () => {
    expect(TICKET_STATUSES.map(statusAfterPublicReply)).toEqual([
      'open',
      'open',
      'pending',
      'resolved',
      'closed',
    ]);
  });
});
