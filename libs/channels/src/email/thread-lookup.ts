import { plannedOnce, type Tx } from '#wasl/platform';
import { identifyingAddressSql } from '#wasl/requesters';
import { isParticipant, survivingTicketId } from '#wasl/tickets';
import type { ThreadTicket } from './domain/threading.js';

export interface KnownTicket extends ThreadTicket {
  /** twelve digits */
  number: string;
}

/** A mail that was received before, under one of the Message-IDs asked for. */
export interface SeenMail {
  id: string;
  messageId: string;
  /** hexadecimal; null for mail received before fingerprints were kept */
  fingerprint: string | null;
}

/** A mail of ours with the Message-ID asked for. */
export interface SentMail {
  subject: string;
  text: string;
}

export interface ThreadFacts {
  seen: SeenMail[];
  sent: SentMail | null;
  senderId: string | null;
  undeliverable: boolean;
  /** nothing is mailed to the sender, see stopMail */
  stopped: boolean;
  /** by Message-ID, in no order; several for an id that several mails have */
  threads: (KnownTicket & { messageId: string })[];
  /** by number, in no order */
  tickets: KnownTicket[];
}

interface Row {
  seen: SeenMail[] | null;
  sent: SentMail | null;
  sender: string | null;
  undeliverable: boolean;
  stopped: boolean;
  threads: (KnownTicket & { messageId: string })[] | null;
  tickets: KnownTicket[] | null;
}

export interface ThreadLookupKeys {
  /** Message-IDs under which it may have been received; the first is its own */
  messageIds: string[];
  /** null when the author is uncertain: then nobody counts as a participant */
  sender: string | null;
  references: string[];
  /** twelve digits each */
  numbers: string[];
}

/** A merged ticket has the status of the ticket it was merged into. */
const TICKET = `'id', t.id::text, 'number', t.number, 'requesterId', t.requester_id, 'status',
  CASE WHEN t.merged_into_id IS NULL THEN t.status
       ELSE (SELECT s.status FROM ticket s WHERE s.id = (${survivingTicketId('t.id')})) END,
  'participates', ${isParticipant('t', '$2::text')}`;

const SEEN = `(SELECT json_agg(json_build_object('id', id, 'messageId', message_id, 'fingerprint', encode(fingerprint, 'hex')))
   FROM inbound_mail WHERE message_id = ANY($1::text[])) AS seen,
  (SELECT json_build_object('subject', subject, 'text', body_text)
     FROM outgoing_mail WHERE message_id = ANY($1::text[]) LIMIT 1) AS sent`;

/** Looks up everything needed to find the ticket of a mail, in one statement. */
export async function lookUpThread(tx: Pick<Tx, 'query'>, clues: ThreadLookupKeys): Promise<ThreadFacts> {
  const [row] = await tx.query<Row>(
    plannedOnce(`SELECT ${SEEN},
            (SELECT requester_id FROM requester_address a
              WHERE kind = 'email' AND value = $2 AND ${identifyingAddressSql('a')}) AS sender,
            EXISTS (SELECT 1 FROM address_reach
                     WHERE kind = 'email' AND value = $2 AND undeliverable_at IS NOT NULL) AS undeliverable,
            EXISTS (SELECT 1 FROM address_reach
                     WHERE kind = 'email' AND value = $2 AND mail_stopped_at IS NOT NULL) AS stopped,
            (SELECT json_agg(json_build_object('messageId', m.id, ${TICKET}))
               FROM (SELECT message_id AS id, ticket_id FROM mail_thread WHERE message_id = ANY($3::text[])
                     UNION ALL
                     SELECT claimed_id, ticket_id FROM mail_thread WHERE claimed_id = ANY($3::text[])) m
               JOIN ticket t ON t.id = m.ticket_id) AS threads,
            (SELECT json_agg(json_build_object(${TICKET})) FROM ticket t WHERE t.number = ANY($4::bpchar[])) AS tickets`),
    [clues.messageIds, clues.sender, clues.references, clues.numbers],
  );
  return {
    seen: row!.seen ?? [],
    sent: row!.sent,
    senderId: row!.sender,
    undeliverable: row!.undeliverable,
    stopped: row!.stopped,
    threads: row!.threads ?? [],
    tickets: row!.tickets ?? [],
  };
}

/** Looks up only whether a mail was received before, or is one of ours. */
export async function lookUpSeen(
  tx: Pick<Tx, 'query'>,
  messageIds: string[],
): Promise<Pick<ThreadFacts, 'seen' | 'sent'>> {
  const [row] = await tx.query<Pick<Row, 'seen' | 'sent'>>(plannedOnce(`SELECT ${SEEN}`), [messageIds]);
  return { seen: row!.seen ?? [], sent: row!.sent };
}

/** The found items in the order in which they were requested. */
export function inRequestedOrder<T>(asked: string[], found: T[], keyOf: (item: T) => string): T[] {
  return asked.flatMap((key) => found.filter((item) => keyOf(item) === key));
}
