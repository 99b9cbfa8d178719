import type { TicketStatus } from '#wasl/contracts';
import { illegalTransition } from '#wasl/kernel';

/**
 * What can happen to a ticket. `new` has been seen by nobody; `pending` waits for someone else; `resolved` may still be
 * reopened by the requester; `closed` is settled, and reopened only within the country's days.
 */
const TRANSITIONS: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['open', 'pending', 'resolved', 'closed'],
  open: ['pending', 'resolved', 'closed'],
  pending: ['open', 'resolved', 'closed'],
  resolved: ['open', 'closed'],
  closed: ['open'],
};

export function canBecome(from: TicketStatus, to: TicketStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

/** @throws conflict `ticket.illegal_transition`, naming both states */
export function assertCanBecome(from: TicketStatus, to: TicketStatus): void {
  if (!canBecome(from, to)) throw illegalTransition('ticket', from, to);
}

/** Settled: nobody works on it. */
export function isSettled(status: TicketStatus): boolean {
  return status === 'resolved' || status === 'closed';
}

/** Whether a person of ours must act on it now. */
export function needsAgent(status: TicketStatus): boolean {
  return status === 'new' || status === 'open';
}

/** Where a requester's further message takes the ticket; null when it must become a new matter. */
export function afterRequesterMessage(status: TicketStatus): TicketStatus | null {
  switch (status) {
    case 'new':
    case 'open':
      return status;
    case 'pending':
    case 'resolved':
      return 'open';
    case 'closed':
      return null;
  }
}

/** Where a public reply takes it: the first answer opens a new ticket. */
export function afterPublicReply(status: TicketStatus): TicketStatus {
  return status === 'new' ? 'open' : status;
}

const DAY_MS = 86_400_000;

/** Whether a closed ticket may still be opened again: within so many days of its closing. */
export function mayReopen(closedAt: Date | null, days: number, now: Date): boolean {
  return closedAt !== null && now.getTime() <= closedAt.getTime() + days * DAY_MS;
}
