import type { TicketStatus } from '#wasl/contracts';

export interface ThreadTicket {
  id: string;
  requesterId: string;
  status: TicketStatus;
}

/** What a mail says about where it belongs. */
export interface Evidence<T extends ThreadTicket> {
  /** tickets of the mails it refers to, nearest first */
  referenced: T[];
  /** tickets whose signed address it was sent to */
  signed: T[];
  /** tickets whose number stands in the subject */
  named: T[];
  /** the requester to whom the sender's address belongs */
  senderId: string | null;
}

/**
 * The ticket a mail belongs to. Message-IDs and numbers travel in forwarded mail and can be guessed, so they count
 * only from the ticket's own requester, or together with the signed address; the signed address counts by itself.
 */
export function ticketOf<T extends ThreadTicket>(evidence: Evidence<T>): T | null {
  const { referenced, signed, named, senderId } = evidence;
  const takesPart = (ticket: T) => senderId !== null && ticket.requesterId === senderId;
  const isSigned = (ticket: T) => signed.some((other) => other.id === ticket.id);
  return (
    referenced.find((ticket) => takesPart(ticket) || isSigned(ticket)) ??
    signed[0] ??
    named.find(takesPart) ??
    null
  );
}

/**
 * How the mail joins its ticket. A closed matter is followed by a new one. What a machine wrote (that somebody is away,
 * that a mail was received) is a note wherever it lands: nobody has answered, so nothing is woken, and nothing opened
 * beside it.
 */
export function joiningAs(status: TicketStatus, automatic: boolean): 'message' | 'note' | 'follow_up' {
  if (automatic) return 'note';
  return status === 'closed' ? 'follow_up' : 'message';
}
