import type { TicketStatus } from '#wasl/contracts';
import { hours } from '#wasl/kernel';

/** After this pause, a text no longer belongs to the same conversation. */
const CONVERSATION_MS = hours(72);

export interface TextTicket {
  id: string;
  /** the ticket it was merged into, or itself */
  matterId: string;
  /** twelve digits */
  number: string;
  status: TicketStatus;
  /** when a text about it was last sent or received; null without one */
  lastTextAt: Date | null;
}

/** The destination of a text: an existing ticket, or a new one that may follow a closed one. */
export type TextDestination<T> = { join: T } | { open: true; follows: T | null };

/**
 * Texts have no thread, so only the sender's own tickets are considered, in this order: the one whose number is in
 * the text (when it is closed, a new one that follows it); the one about which a text was last sent or received,
 * within three days, unless it is closed; the only unsettled one, or the newest of several that were merged into one;
 * otherwise a new ticket.
 * @param own the sender's tickets, newest first
 * @param named numbers in the text, twelve digits each
 */
export function destinationOfText<T extends TextTicket>(
  own: readonly T[],
  named: readonly string[],
  now: Date,
): TextDestination<T> {
  const namedTicket = own.find((ticket) => named.includes(ticket.number));
  if (namedTicket)
    return namedTicket.status === 'closed' ? { open: true, follows: namedTicket } : { join: namedTicket };
  const notClosed = own.filter((ticket) => ticket.status !== 'closed');
  const recent = notClosed
    .filter(({ lastTextAt }) => lastTextAt && now.getTime() - lastTextAt.getTime() <= CONVERSATION_MS)
    .sort((a, b) => b.lastTextAt!.getTime() - a.lastTextAt!.getTime());
  if (recent[0]) return { join: recent[0] };
  const unsettled = notClosed.filter((ticket) => ticket.status !== 'resolved');
  const matters = new Set(unsettled.map(({ matterId }) => matterId));
  return matters.size === 1 ? { join: unsettled[0]! } : { open: true, follows: null };
}

/** Groups of digits that may be ticket numbers, as people type them; the caller must check them. */
export function numbersIn(text: string): string[] {
  const digits =
    /(?<![\d٠-٩۰-۹])[\d٠-٩۰-۹](?:[\s\u2066-\u2069\u200e\u200f-]{0,3}[\d٠-٩۰-۹]){11}(?![\d٠-٩۰-۹])/gu;
  return [...text.slice(0, 2000).matchAll(digits)].map(([found]) => found).slice(0, 5);
}
