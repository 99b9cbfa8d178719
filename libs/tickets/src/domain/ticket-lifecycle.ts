import type { TicketStatus } from '#wasl/contracts';
import { illegalTransition } from '#wasl/kernel';

/**
 * Allowed status changes. `new`: no agent has seen it; `pending`: waits for somebody else; `resolved`: the requester
 * may still reopen it; `closed`: settled, and reopened only within the country's reopening period.
 */
const TRANSITIONS: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['open', 'pending', 'resolved', 'closed'],
  open: ['pending', 'resolved', 'closed'],
  pending: ['open', 'resolved', 'closed'],
  resolved: ['open', 'closed'],
  closed: ['open'],
};

export function canTransition(from: TicketStatus, to: TicketStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

/** @throws conflict `ticket.illegal_transition`, naming both states */
export function assertTransition(from: TicketStatus, to: TicketStatus): void {
  if (!canTransition(from, to)) throw illegalTransition('ticket', from, to);
}

/** Settled: resolved or closed, nobody works on it. */
export function isSettled(status: TicketStatus): boolean {
  return status === 'resolved' || status === 'closed';
}

/** Whether an agent must act on it now. */
export function needsAgent(status: TicketStatus): boolean {
  return status === 'new' || status === 'open';
}

/** The status after a further message of the requester; null when a new ticket is needed. */
export function statusAfterRequesterMessage(status: TicketStatus): TicketStatus | null {
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

/** The status after a public reply: the first reply opens a new ticket. */
export function statusAfterPublicReply(status: TicketStatus): TicketStatus {
  return status === 'new' ? 'open' : status;
}

const DAY_MS = 86_400_000;

/** Whether a closed ticket may still be reopened: within so many days of its closing. */
export function mayReopen(closedAt: Date | null, days: number, now: Date): boolean {
  return closedAt !== null && now.getTime() <= closedAt.getTime() + days * DAY_MS;
}
