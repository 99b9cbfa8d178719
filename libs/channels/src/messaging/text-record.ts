import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { identifyingAddressSql, clearUndeliverable } from '#wasl/requesters';
import { survivingTicketId } from '#wasl/tickets';
import type { IncomingText } from './domain/gateway-event.js';
import type { TextTicket } from './domain/ticket-of-text.js';

export type TextOutcome = 'opened' | 'joined' | 'stopped' | 'resumed' | 'ignored';

/** The result of receiving a text. */
export interface TextResult {
  outcome: TextOutcome;
  ticketId: string | null;
  messageUuid: string | null;
}

/**
 * Locks the sender, so that two concurrent texts from a new sender become one ticket, in order.
 * @returns whether this text has not been received before
 */
export async function lockSenderAndCheckNew(tx: Tx, text: IncomingText, sender: string): Promise<boolean> {
  tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7247))', [sender]);
  const [known] = await tx.query('SELECT 1 FROM inbound_text WHERE provider_id = $1', [text.id]);
  return !known;
}

/** Inserts the row that detects repetitions. The body is kept only for texts without a ticket. */
export function recordText(
  tx: Tx,
  text: IncomingText,
  sender: string,
  { outcome, ticketId, messageUuid }: TextResult,
): string {
  const id = uuidv7(tx.now.getTime());
  tx.send(
    `INSERT INTO inbound_text (id, provider_id, medium, sender, recipient, outcome, ticket_id, message_uuid, body,
       received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      text.id,
      text.medium,
      sender,
      text.to,
      outcome,
      ticketId,
      messageUuid,
      ticketId ? null : text.text,
      tx.now,
    ],
  );
  return id;
}

export interface Sender {
  id: string | null;
  language: string | null;
  /** the number was given for a ticket, so that we may have written to it */
  contacted: boolean;
}

/** The requester with this number; a number that writes to us is reachable again. */
export async function readSender(tx: Tx, number: string): Promise<Sender> {
  clearUndeliverable(tx, { kind: 'phone', value: number });
  const [row] = await tx.query<Sender>(
    `SELECT r.id, r.language, EXISTS (SELECT 1 FROM ticket_contact WHERE kind = 'phone' AND value = $1) AS contacted
       FROM (SELECT 1) one
       LEFT JOIN requester_address a ON a.kind = 'phone' AND a.value = $1 AND ${identifyingAddressSql('a')}
       LEFT JOIN requester r ON r.id = a.requester_id`,
    [number],
  );
  return row!;
}

/**
 * The tickets a text may belong to, newest first: those not closed, and those it names. Only the sender's own: of the
 * requester whom the number identifies, or opened from it, or confirmed for it. A number that somebody only typed
 * into a form attracts no texts to that ticket, where whoever typed it could read them. A merged ticket has the
 * status of the ticket it was merged into.
 */
export async function ticketsOfSender(
  tx: Tx,
  sender: string,
  requesterId: string | null,
  named: string[],
): Promise<TextTicket[]> {
  return tx.query<TextTicket>(
    `WITH own AS (
       SELECT t.id, t.number, t.status,
              CASE WHEN t.merged_into_id IS NULL THEN t.id ELSE (${survivingTicketId('t.id')}) END AS matter
         FROM ticket t
        WHERE t.id IN (
                SELECT id FROM ticket WHERE requester_id = $1
                UNION SELECT ticket_id FROM ticket_contact
                 WHERE kind = 'phone' AND value = $2 AND (state = 'verified' OR (state = 'claimed' AND origin = 'sender')))
          AND (t.status <> 'closed' OR t.merged_into_id IS NOT NULL OR t.number = ANY($3::bpchar[]))
        ORDER BY t.id DESC LIMIT 50)
     SELECT own.id, own.number, own.matter AS "matterId",
            CASE WHEN own.matter = own.id THEN own.status
                 ELSE (SELECT status FROM ticket s WHERE s.id = own.matter) END AS status,
            (SELECT max(at) FROM (
               SELECT max(received_at) AS at FROM inbound_text i WHERE i.ticket_id = own.id AND i.sender = $2
               UNION ALL
               SELECT max(created_at) FROM outgoing_text o WHERE o.ticket_id = own.id AND o.recipient = $2) x) AS "lastTextAt"
       FROM own ORDER BY own.id DESC`,
    [requesterId, sender, named],
  );
}
