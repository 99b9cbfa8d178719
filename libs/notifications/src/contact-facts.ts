import type { Database } from '#wasl/platform';
import type { Address } from '#wasl/requesters';
import { survivingTicketId } from '#wasl/tickets';
import type { ContactStanding } from './domain/notice-wording.js';

/** The ticket contact that a notice goes to. */
export interface ContactFacts extends Address, ContactStanding {
  id: string;
  /** the round of its one-time confirmation code */
  round: number;
  /** hexadecimal digests of the network it came from and of the submitted content */
  source: string | null;
  content: string | null;
  undeliverable: boolean;
}

/**
 * Replaces the event id for a reply, so that each reply is sent to each contact once, whether its own event or the
 * confirmation of the address triggers it.
 */
export const replyKey = (contactId: string, messageId: string): string => `reply-${contactId}-${messageId}`;

/** SQL: contact `c` of a ticket with its `reach`, as JSON. */
export const CONTACT_JSON = `json_build_object('id', c.id, 'kind', c.kind, 'value', c.value, 'state', c.state,
  'origin', c.origin, 'round', c.confirm_round, 'source', encode(c.source, 'hex'), 'content', encode(c.content, 'hex'),
  'undeliverable', reach.undeliverable_at IS NOT NULL)`;

export async function readContact(database: Database, id: string): Promise<ContactFacts | null> {
  const [row] = await database.query<{ contact: ContactFacts }>(
    `SELECT ${CONTACT_JSON} AS contact
       FROM ticket_contact c LEFT JOIN address_reach reach USING (kind, value) WHERE c.id = $1`,
    [id],
  );
  return row?.contact ?? null;
}

/** A reply that was held until the address was confirmed. */
export interface HeldAnswer {
  messageId: string;
  body: string;
}

/** Enough for any conversation; older replies are on the tracking page. */
const MAX_HELD = 20;

/**
 * The replies between the submission and the confirmation of a typed address, except those already read in a live
 * chat.
 */
export function readHeldAnswers(database: Database, contactId: string): Promise<HeldAnswer[]> {
  return database.query<HeldAnswer>(
    `SELECT * FROM (
       SELECT m.id AS "messageId", m.body
         FROM ticket_contact c
         JOIN message m ON m.ticket_id IN (c.ticket_id, (${survivingTicketId('c.ticket_id')})) AND m.kind = 'public_reply'
         LEFT JOIN chat ON chat.ticket_id = c.ticket_id
        WHERE c.id = $1 AND c.state = 'verified' AND c.origin = 'given' AND c.role = 'requester'
          AND m.created_at > greatest(c.created_at, chat.read_until) AND m.created_at <= c.state_at
        ORDER BY m.id DESC LIMIT ${MAX_HELD}) held ORDER BY "messageId"`,
    [contactId],
  );
}
