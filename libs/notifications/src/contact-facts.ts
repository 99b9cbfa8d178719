import type { Database } from '#wasl/platform';
import type { Address } from '#wasl/requesters';
import { survivorOf } from '#wasl/tickets';
import type { Standing } from './domain/what-to-tell.js';

/** The address of a ticket to which a notice goes. */
export interface ContactFacts extends Address, Standing {
  id: string;
  /** of the one-time code by which it is confirmed */
  round: number;
  /** digests of where it was given and of what was filed with it, in hexadecimal */
  source: string | null;
  content: string | null;
  undeliverable: boolean;
}

/**
 * What stands for the event in a stored answer: one answer is told to one address once, whether its own event tells it
 * or that of the address being confirmed, whichever is worked off first.
 */
export const replyKey = (contactId: string, messageId: string): string => `reply-${contactId}-${messageId}`;

/** One contact `c` of a ticket with its `reach`, as JSON. */
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

/** An answer that waited until its reader had confirmed the address. */
export interface HeldAnswer {
  messageId: string;
  body: string;
}

/** Enough for any conversation; older answers stand on the tracking page. */
const MOST_HELD = 20;

/**
 * What was answered between the filing and the proof of an address that somebody had typed. What was said in a chat while
 * its visitor read along needs no telling.
 */
export function readHeldAnswers(database: Database, contactId: string): Promise<HeldAnswer[]> {
  return database.query<HeldAnswer>(
    `SELECT * FROM (
       SELECT m.id AS "messageId", m.body
         FROM ticket_contact c
         JOIN message m ON m.ticket_id IN (c.ticket_id, (${survivorOf('c.ticket_id')})) AND m.kind = 'public_reply'
         LEFT JOIN chat ON chat.ticket_id = c.ticket_id
        WHERE c.id = $1 AND c.state = 'verified' AND c.origin = 'given' AND c.role = 'requester'
          AND m.created_at > greatest(c.created_at, chat.read_until) AND m.created_at <= c.state_at
        ORDER BY m.id DESC LIMIT ${MOST_HELD}) held ORDER BY "messageId"`,
    [contactId],
  );
}
