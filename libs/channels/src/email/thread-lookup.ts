import type { TicketStatus } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';
import { identifies } from '#wasl/requesters';
import { survivorOf } from '#wasl/tickets';
import type { ThreadTicket } from './domain/threading.js';

export interface KnownTicket extends ThreadTicket {
  /** twelve digits */
  number: string;
}

export interface ThreadFacts {
  /** the row of an earlier delivery of this mail */
  seenAs: string | null;
  /** we sent a mail with this Message-ID */
  ours: boolean;
  senderId: string | null;
  undeliverable: boolean;
  /** by Message-ID, in no order */
  threads: (KnownTicket & { messageId: string })[];
  /** by number, in no order */
  tickets: KnownTicket[];
}

interface Row {
  seen: string | null;
  ours: boolean;
  sender: string | null;
  undeliverable: boolean;
  threads:
    { messageId: string; id: string; number: string; requesterId: string; status: TicketStatus }[] | null;
  tickets: { id: string; number: string; requesterId: string; status: TicketStatus }[] | null;
}

/** A merged ticket is as open or closed as the one in which it lives on. */
const TICKET = `'id', t.id::text, 'number', t.number, 'requesterId', t.requester_id, 'status',
  CASE WHEN t.merged_into_id IS NULL THEN t.status
       ELSE (SELECT s.status FROM ticket s WHERE s.id = (${survivorOf('t.id')})) END`;

/** All that the tables know about where a mail belongs, in one statement. */
export async function lookUpThread(
  tx: Pick<Tx, 'query'>,
  mail: { messageId: string; sender: string; references: string[]; numbers: string[] },
): Promise<ThreadFacts> {
  const [row] = await tx.query<Row>(
    `SELECT (SELECT id FROM inbound_mail WHERE message_id = $1) AS seen,
            EXISTS (SELECT 1 FROM outgoing_mail WHERE message_id = $1) AS ours,
            (SELECT requester_id FROM requester_address a
              WHERE kind = 'email' AND value = $2 AND ${identifies('a')}) AS sender,
            EXISTS (SELECT 1 FROM address_reach
                     WHERE kind = 'email' AND value = $2 AND undeliverable_at IS NOT NULL) AS undeliverable,
            (SELECT json_agg(json_build_object('messageId', m.message_id, ${TICKET}))
               FROM mail_thread m JOIN ticket t ON t.id = m.ticket_id WHERE m.message_id = ANY($3::text[])) AS threads,
            (SELECT json_agg(json_build_object(${TICKET})) FROM ticket t WHERE t.number = ANY($4::text[])) AS tickets`,
    [mail.messageId, mail.sender, mail.references, mail.numbers],
  );
  return {
    seenAs: row!.seen,
    ours: row!.ours,
    senderId: row!.sender,
    undeliverable: row!.undeliverable,
    threads: row!.threads ?? [],
    tickets: row!.tickets ?? [],
  };
}

/** Those that were asked for, in the order in which they were asked for. */
export function inOrder<T>(asked: string[], found: T[], keyOf: (item: T) => string): T[] {
  return asked.flatMap((key) => found.filter((item) => keyOf(item) === key));
}
