import type { TicketStatus } from '#wasl/contracts';

export interface ThreadTicket {
  id: string;
  requesterId: string;
  status: TicketStatus;
  /** the sender's address is the requester's, or one that an agent accepted */
  participates: boolean;
}

/** The evidence in a mail for the ticket it belongs to. */
export interface ThreadEvidence<T extends ThreadTicket> {
  /** tickets of the mails it refers to, nearest first */
  referenced: T[];
  /** tickets whose signed address it was sent to */
  signed: T[];
  /** tickets whose number stands in the subject */
  named: T[];
}

/**
 * Finds the ticket of a mail. Message-IDs and numbers travel in forwarded mail and can be guessed, so they count only
 * from a participant of the ticket, or together with the signed address; the signed address is sufficient by itself.
 */
export function ticketOf<T extends ThreadTicket>(evidence: ThreadEvidence<T>): T | null {
  const { referenced, signed, named } = evidence;
  const takesPart = (ticket: T) => ticket.participates;
  const isSigned = (ticket: T) => signed.some((other) => other.id === ticket.id);
  return (
    referenced.find((ticket) => takesPart(ticket) || isSigned(ticket)) ??
    signed[0] ??
    // A closed ticket is only followed when the subject names no other.
    named.find((ticket) => takesPart(ticket) && ticket.status !== 'closed') ??
    named.find(takesPart) ??
    null
  );
}

/**
 * How the mail joins its ticket. A closed ticket is followed by a new one, which is the sender's own. What a stranger
 * sends to a signed address is held for staff, because that address proves only that somebody passed it on. An
 * automatic mail (out of office, receipt) becomes a note: it must not reopen a ticket or open a new one.
 */
export function joinModeFor(
  { status, participates }: Pick<ThreadTicket, 'status' | 'participates'>,
  automatic: boolean,
): 'message' | 'note' | 'held' | 'follow_up' {
  if (automatic) return participates ? 'note' : 'held';
  if (status === 'closed') return 'follow_up';
  return participates ? 'message' : 'held';
}
