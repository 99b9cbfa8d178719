import type { TicketStatus } from '#wasl/contracts';
import { hours } from '#wasl/kernel';

/** A pause after which a text is no longer taken for part of the same conversation. */
const CONVERSATION_MS = hours(72);

export interface TextTicket {
  id: string;
  /** the ticket in which it lives on; itself, unless it was merged */
  matterId: string;
  /** twelve digits */
  number: string;
  status: TicketStatus;
  /** when a text last went to or fro about it; null without one */
  lastTextAt: Date | null;
}

/** Where a text belongs: to a ticket, or to a new one that takes up a closed one. */
export type TextPlace<T> = { join: T } | { open: true; follows: T | null };

/**
 * A text carries no thread, so the sender's own tickets decide, and nobody else's ever:
 * 1. the one whose number stands in the text, unless it is closed (then a new one that follows it);
 * 2. the one about which a text last went to or fro, when that was within three days and it is not closed;
 * 3. the only one that is not settled, or the newest of several that were merged into one;
 * 4. otherwise it is a new matter.
 * @param own the sender's tickets, newest first
 * @param named numbers that stand in the text, twelve digits each
 */
export function placeOfText<T extends TextTicket>(
  own: readonly T[],
  named: readonly string[],
  now: Date,
): TextPlace<T> {
  const meant = own.find((ticket) => named.includes(ticket.number));
  if (meant) return meant.status === 'closed' ? { open: true, follows: meant } : { join: meant };
  const alive = own.filter((ticket) => ticket.status !== 'closed');
  const talked = alive
    .filter(({ lastTextAt }) => lastTextAt && now.getTime() - lastTextAt.getTime() <= CONVERSATION_MS)
    .sort((a, b) => b.lastTextAt!.getTime() - a.lastTextAt!.getTime());
  if (talked[0]) return { join: talked[0] };
  const unsettled = alive.filter((ticket) => ticket.status !== 'resolved');
  const matters = new Set(unsettled.map(({ matterId }) => matterId));
  return matters.size === 1 ? { join: unsettled[0]! } : { open: true, follows: null };
}

/** Groups of digits that may be a ticket number, as people type them; whoever asks must check them. */
export function numbersIn(text: string): string[] {
  const digits =
    /(?<![\d٠-٩۰-۹])[\d٠-٩۰-۹](?:[\s\u2066-\u2069\u200e\u200f-]{0,3}[\d٠-٩۰-۹]){11}(?![\d٠-٩۰-۹])/gu;
  return [...text.slice(0, 2000).matchAll(digits)].map(([found]) => found).slice(0, 5);
}
