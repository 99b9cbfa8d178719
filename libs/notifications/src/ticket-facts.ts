import type { TicketStatus } from '#wasl/contracts';
import { type Database, keysCondition, plannedOnce } from '#wasl/platform';
import { withMergedTicketIds } from '#wasl/tickets';
import { CONTACT_JSON, type ContactFacts } from './contact-facts.js';

/** The data of a ticket needed for notices. */
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
  codeSalt: string | null;
  /** the contact that mail about it goes to */
  contact: ContactFacts | null;
  /** it was opened by an automatic mail */
  automatic: boolean;
}

/**
 * Reads several tickets at once. Mail goes to a contact of the ticket: of the verified ones the one that
 * Reply-To named, else the one that the requester last wrote from, else the first; else one that wrote to us, else one that was only given. Inbound mail is
 * looked up row by row, because a plain join makes PostgreSQL scan recently filled tables for every ticket.
 */
export async function readTicketFacts(
  database: Database,
  ticketIds: string[],
): Promise<Map<string, TicketFacts>> {
  const [those, value] = keysCondition('t.id', 'bigint', ticketIds);
  const rows = await database.query<TicketFacts>(
    plannedOnce(`SELECT t.id, t.number, t.subject, t.language, r.name AS "requesterName", t.status, q.key AS "queueKey",
            e.name_ar AS "entityAr", e.name_en AS "entityEn", t.resolution_due_at AS "dueAt",
            t.code_salt AS "codeSalt", a.contact,
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
         SELECT ${CONTACT_JSON} AS contact
           FROM ticket_contact c LEFT JOIN address_reach reach USING (kind, value)
          WHERE c.ticket_id = t.id AND c.kind = 'email' AND c.role = 'requester' AND c.state <> 'refused'
          ORDER BY c.state = 'claimed', c.state = 'verified' AND NOT c.reply_to, array_position(w.senders, c.value), c.origin = 'given', c.created_at, c.id
          LIMIT 1) a ON true
      WHERE ${those}`),
    [value],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The text of a reply, and whether a person wrote it. */
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
 * Other requesters whose tickets were merged into this one: for each the newest ticket, so that each is notified
 * once, under a number of their own.
 */
export async function readOthersMerged(database: Database, ticketId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT max(t.id) AS id FROM ticket t
      WHERE t.id IN (${withMergedTicketIds('$1')})
        AND t.requester_id <> (SELECT requester_id FROM ticket WHERE id = $1)
      GROUP BY t.requester_id ORDER BY id LIMIT 500`,
    [ticketId],
  );
  return rows.map((row) => row.id);
}
