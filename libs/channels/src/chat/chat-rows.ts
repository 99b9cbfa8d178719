import type { ChatMessage, TicketStatus, WorkState } from '#wasl/contracts';
import type { Database, Tx } from '#wasl/platform';

type Query = Pick<Database, 'query'>;

/** Messages this much older than the last one seen are sent again, because transactions may commit out of order. */
const RESEND_OVERLAP = `interval '60 seconds'`;
const MAX_LINES = 500;

export interface ChatRow {
  ticketId: string;
  ended: 'left' | 'lost' | 'settled' | null;
  status: TicketStatus;
  queueId: string;
  work: WorkState | null;
  wasAnswered: boolean;
  ahead: number;
}

/** @param number twelve digits */
export async function readChat(database: Query, number: string): Promise<ChatRow | null> {
  const [row] = await database.query<ChatRow>(
    `SELECT c.ticket_id AS "ticketId", c.ended, t.status, t.queue_id AS "queueId", w.state AS work,
            EXISTS (SELECT 1 FROM work x WHERE x.ticket_id = t.id AND x.answered_at IS NOT NULL) AS "wasAnswered",
            (SELECT count(*)::int FROM work o
              WHERE o.queue_id = w.queue_id AND o.channel = 'chat' AND o.state = 'waiting'
                AND (o.urgency_at, o.id) < (w.urgency_at, w.id)) AS ahead
       FROM chat c JOIN ticket t ON t.id = c.ticket_id
       LEFT JOIN work w ON w.ticket_id = t.id AND w.state <> 'done'
      WHERE t.number = $1`,
    [number],
  );
  return row ?? null;
}

/** Waiting times, in seconds, of the last chats of a queue that were answered within four hours. */
export async function recentWaitSeconds(database: Query, queueId: string): Promise<number[]> {
  const rows = await database.query<{ seconds: number }>(
    `SELECT extract(epoch FROM answered_at - arrived_at)::float8 AS seconds FROM work
      WHERE channel = 'chat' AND queue_id = $1 AND answered_at > now() - interval '4 hours'
      ORDER BY answered_at DESC LIMIT 50`,
    [queueId],
  );
  return rows.map((row) => row.seconds);
}

/** The messages, oldest first, starting with the visitor's question; internal notes are excluded. */
export async function readLines(
  database: Query,
  ticketId: string,
  after: string | null,
): Promise<ChatMessage[]> {
  const rows = await database.query<Omit<ChatMessage, 'at'> & { createdAt: Date }>(
    `SELECT x.id, x.from, x.text, x.at AS "createdAt", x.files FROM (
       SELECT 'first' AS id, 'visitor' AS from, t.description AS text, t.created_at AS at, 0 AS files
         FROM ticket t WHERE t.id = $1 AND $2::uuid IS NULL
       UNION ALL
       SELECT m.id::text, CASE m.kind WHEN 'requester_message' THEN 'visitor' ELSE 'staff' END, m.body, m.created_at,
              (SELECT count(*)::int FROM attachment a WHERE a.message_id = m.id)
         FROM message m
        WHERE m.ticket_id = $1 AND m.kind <> 'internal_note'
          AND ($2::uuid IS NULL OR m.created_at > (SELECT created_at - ${RESEND_OVERLAP} FROM message WHERE id = $2 AND ticket_id = $1))) x
      ORDER BY x.at, x.id LIMIT ${MAX_LINES}`,
    [ticketId, after],
  );
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }));
}

/** Records that the visitor's page is connected and has shown everything up to this message. */
export async function markSeen(database: Query, ticketId: string, upTo: string | null): Promise<void> {
  await database.query(
    `UPDATE chat SET seen_at = now(),
            read_until = greatest(read_until, (SELECT created_at FROM message WHERE id = $2 AND ticket_id = $1))
      WHERE ticket_id = $1 AND ended_at IS NULL`,
    [ticketId, upTo],
  );
}

/** Ends an open chat. The ticket must be locked. @returns whether the chat was open */
export async function endChat(
  tx: Tx,
  ticket: { id: string; number: string },
  ended: 'left' | 'lost' | 'settled',
  grouped: string,
): Promise<boolean> {
  const [row] = await tx.query(
    `UPDATE chat SET ended_at = $2, ended = $3 WHERE ticket_id = $1 AND ended_at IS NULL RETURNING 1`,
    [ticket.id, tx.now, ended],
  );
  if (!row) return false;
  tx.send(
    `UPDATE interaction i SET ended_at = $2, updated_at = $2,
            answered_at = coalesce(i.answered_at, (SELECT min(answered_at) FROM work WHERE ticket_id = $1)),
            agent_id = coalesce(i.agent_id, (SELECT assignee_id FROM ticket WHERE id = $1))
      WHERE i.ticket_id = $1 AND i.channel = 'chat' AND i.ended_at IS NULL`,
    [ticket.id, tx.now],
  );
  tx.emit('chat.ended', { ticketId: ticket.id, number: grouped, ended });
  return true;
}
