import type { TicketStatus } from '#wasl/contracts';
import { type Database, oneOrMany } from '#wasl/platform';
import { withMerged } from '#wasl/tickets';

/** What a notice about a ticket is made of. */
export interface TicketFacts {
  id: string;
  /** twelve digits */
  number: string;
  subject: string;
  language: string;
  requesterName: string | null;
  status: TicketStatus;
  queueKey: string;
  entityAr: string | null;
  entityEn: string | null;
  dueAt: Date | null;
  recipient: string | null;
  undeliverable: boolean;
  /** it came by a mail that a machine wrote */
  automatic: boolean;
}

/**
 * Of several tickets at once. The recipient is the address from which the requester last wrote on this ticket, else the
 * first we know; never one that is not the requester's. Each mail is looked up by itself: joined as a whole, tables that
 * have just begun to fill are read to their end for every ticket.
 */
export async function readTicketFacts(
  database: Database,
  ticketIds: string[],
): Promise<Map<string, TicketFacts>> {
  const [those, value] = oneOrMany('t.id', 'bigint', ticketIds);
  const rows = await database.query<TicketFacts>(
    `SELECT t.id, t.number, t.subject, t.language, r.name AS "requesterName", t.status, q.key AS "queueKey",
            e.name_ar AS "entityAr", e.name_en AS "entityEn", t.resolution_due_at AS "dueAt", a.value AS recipient,
            a.undeliverable_at IS NOT NULL AS undeliverable,
            coalesce(w.automatic, false) AS automatic
       FROM ticket t
       JOIN queue q ON q.id = t.queue_id
       JOIN requester r ON r.id = t.requester_id
       LEFT JOIN service v ON v.id = t.service_id
       LEFT JOIN entity e ON e.id = v.entity_id
       LEFT JOIN LATERAL (
         SELECT array_agg(i.sender ORDER BY i.received_at DESC) AS senders,
                bool_or(i.automatic) FILTER (WHERE m.message_uuid IS NULL) AS automatic
           FROM mail_thread m
           JOIN LATERAL (SELECT sender, received_at, automatic FROM inbound_mail
                          WHERE message_id = m.message_id LIMIT 1) i ON true
          WHERE m.ticket_id = t.id) w ON true
       LEFT JOIN LATERAL (
         SELECT ra.value, ra.undeliverable_at FROM requester_address ra
          WHERE ra.requester_id = t.requester_id AND ra.kind = 'email'
          ORDER BY array_position(w.senders, ra.value), ra.created_at
          LIMIT 1) a ON true
      WHERE ${those}`,
    [value],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What an agent answered, and whether a person did. */
export async function readReply(
  database: Database,
  messageId: string,
): Promise<{ body: string; byPerson: boolean } | null> {
  const [row] = await database.query<{ body: string; byPerson: boolean }>(
    `SELECT body, author_kind = 'staff' AS "byPerson" FROM message WHERE id = $1 AND kind = 'public_reply'`,
    [messageId],
  );
  return row ?? null;
}

/**
 * The others whose tickets were merged into this one: of each requester one ticket, the newest, by whose number they are
 * told, once however many of theirs were merged.
 */
export async function readOthersMerged(database: Database, ticketId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT max(t.id) AS id FROM ticket t
      WHERE t.id IN (${withMerged('$1')})
        AND t.requester_id <> (SELECT requester_id FROM ticket WHERE id = $1)
      GROUP BY t.requester_id ORDER BY id LIMIT 500`,
    [ticketId],
  );
  return rows.map((row) => row.id);
}
