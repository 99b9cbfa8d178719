import type { Tx } from '#wasl/platform';
import { isDerivedMessageId } from '#wasl/channels';

const MOST_REFERENCES = 20;

/** What a further mail of the ticket refers to. */
export interface ThreadHeaders {
  inReplyTo: string | null;
  references: string[];
}

/**
 * A mail answers the last one that came in, or else the last that went out, and names the whole thread: its beginning,
 * by which mail programs group, and its latest part.
 */
export async function threadHeaders(tx: Pick<Tx, 'query'>, ticketId: string): Promise<ThreadHeaders> {
  const rows = await tx.query<{ id: string; inbound: boolean }>(
    `SELECT m.message_id AS id, i.id IS NOT NULL AS inbound
       FROM mail_thread m
       LEFT JOIN inbound_mail i ON i.message_id = m.message_id
       LEFT JOIN outgoing_mail o ON o.message_id = m.message_id
      WHERE m.ticket_id = $1 AND i.automatic IS NOT TRUE
      ORDER BY coalesce(i.received_at, o.created_at), m.message_id`,
    [ticketId],
  );
  const known = rows.filter(({ id }) => !isDerivedMessageId(id));
  const answered = known.findLast(({ inbound }) => inbound) ?? known.at(-1);
  const ids = known.map(({ id }) => id);
  const references = ids.length <= MOST_REFERENCES ? ids : [ids[0]!, ...ids.slice(1 - MOST_REFERENCES)];
  return { inReplyTo: answered?.id ?? null, references };
}
