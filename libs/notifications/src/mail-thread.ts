import { plannedOnce, type Tx } from '#wasl/platform';
import { isDerivedMessageId } from '#wasl/channels';

const MAX_REFERENCES = 20;

/** The threading headers for the next mail of a ticket. */
export interface ThreadHeaders {
  inReplyTo: string | null;
  references: string[];
}

interface Known {
  ticketId: string;
  id: string;
  inbound: boolean;
}

/**
 * A mail replies to the last incoming mail, or else the last outgoing one, and references the beginning of the
 * thread, by which mail programs group, and its latest part. Held mails are excluded.
 * @returns the headers for each ticket, with or without a thread
 */
export async function threadHeaders(
  tx: Pick<Tx, 'query'>,
  ticketIds: string[],
): Promise<Map<string, ThreadHeaders>> {
  const rows = await tx.query<Known>(
    plannedOnce(`SELECT m.ticket_id AS "ticketId", coalesce(m.claimed_id, m.message_id) AS id, i.id IS NOT NULL AS inbound
       FROM mail_thread m
       LEFT JOIN inbound_mail i ON i.message_id = m.message_id
       LEFT JOIN outgoing_mail o ON o.message_id = m.message_id
      WHERE m.ticket_id = ANY($1::bigint[]) AND i.automatic IS NOT TRUE
        AND NOT EXISTS (SELECT 1 FROM held_message h WHERE h.message_id = m.message_uuid AND h.state <> 'accepted')
      ORDER BY coalesce(i.received_at, o.created_at), m.message_id`),
    [ticketIds],
  );
  return new Map(ticketIds.map((id) => [id, headersOf(rows.filter((row) => row.ticketId === id))]));
}

function headersOf(thread: Known[]): ThreadHeaders {
  const known = thread.filter(({ id }) => !isDerivedMessageId(id));
  const answered = known.findLast(({ inbound }) => inbound) ?? known.at(-1);
  const ids = known.map(({ id }) => id);
  const references = ids.length <= MAX_REFERENCES ? ids : [ids[0]!, ...ids.slice(1 - MAX_REFERENCES)];
  return { inReplyTo: answered?.id ?? null, references };
}
