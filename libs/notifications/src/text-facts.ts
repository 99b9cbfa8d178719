import type { TextMedium } from '#wasl/channels';
import type { Database } from '#wasl/platform';
import { identifyingAddressSql } from '#wasl/requesters';
import { survivingTicketId, withMergedTicketIds } from '#wasl/tickets';
import { CONTACT_JSON, type ContactFacts } from './contact-facts.js';
import type { Reachability } from './domain/text-recipient.js';

/** How the requester of a ticket can be reached by text, at which contact, and the database's time. */
export type TextReachability = Reachability & { contact: ContactFacts | null; now: Date };

interface Row extends Omit<Reachability, 'phone' | 'lastText'> {
  contact: ContactFacts | null;
  lastMedium: TextMedium | null;
  lastAt: Date | null;
  now: Date;
}

/** SQL: all tickets merged with `t`. */
const ONE_MATTER = `ARRAY(${withMergedTicketIds(`(${survivingTicketId('t.id')})`)})`;

/**
 * The number is a contact of the ticket: of the verified ones the one that the requester last wrote from, else the
 * first; else one that contacted us, else one that was only given. Texts about merged tickets count too, because they
 * are one conversation. Mail counts only where it may contain as much.
 * @param contactId the requested contact, if any
 */
export async function readTextReachability(
  database: Database,
  ticketId: string,
  contactId: string | null = null,
): Promise<TextReachability | null> {
  const [row] = await database.query<Row>(
    `SELECT a.contact, a.texts_stopped_at IS NOT NULL AS stopped,
            a.undeliverable_at IS NOT NULL AS unreachable, a.medium AS "lastMedium", a.at AS "lastAt", now() AS now,
            EXISTS (SELECT 1 FROM ticket_contact m LEFT JOIN address_reach r USING (kind, value)
                     WHERE m.ticket_id = t.id AND m.kind = 'email' AND m.role = 'requester' AND m.state <> 'refused'
                       AND r.undeliverable_at IS NULL
                       AND (m.state = 'verified' OR m.origin = 'sender' OR a.state = 'claimed')) AS "hasMail"
       FROM ticket t
       CROSS JOIN LATERAL (SELECT ${ONE_MATTER} AS matter) one
       LEFT JOIN LATERAL (
         SELECT ${CONTACT_JSON} AS contact, c.state, reach.texts_stopped_at, reach.undeliverable_at, i.medium,
                i.received_at AS at
           FROM ticket_contact c LEFT JOIN address_reach reach USING (kind, value)
           LEFT JOIN LATERAL (SELECT medium, received_at FROM inbound_text
                               WHERE ticket_id = ANY (one.matter) AND sender = c.value
                               ORDER BY received_at DESC LIMIT 1) i ON true
          WHERE c.ticket_id = t.id AND c.kind = 'phone' AND c.role = 'requester' AND c.state <> 'refused'
            AND ($2::uuid IS NULL OR c.id = $2)
          ORDER BY c.state = 'claimed', i.received_at DESC NULLS LAST, c.origin = 'given', c.created_at, c.id
          LIMIT 1) a ON true
      WHERE t.id = $1`,
    [ticketId, contactId],
  );
  if (!row) return null;
  const { lastMedium, lastAt, ...reach } = row;
  const phone = reach.contact?.value ?? null;
  return { ...reach, phone, lastText: lastMedium && { medium: lastMedium, at: lastAt! } };
}

/** The sender of STOP or START, and the language to answer in. */
export async function readKeyword(
  database: Database,
  inboundTextId: string,
): Promise<{ sender: string; medium: TextMedium; language: string | null; words: string } | null> {
  const [row] = await database.query<{
    sender: string;
    medium: TextMedium;
    language: string | null;
    words: string;
  }>(
    `SELECT i.sender, i.medium, coalesce(i.body, '') AS words, r.language
       FROM inbound_text i
       LEFT JOIN requester_address a ON a.kind = 'phone' AND a.value = i.sender AND ${identifyingAddressSql('a')}
       LEFT JOIN requester r ON r.id = a.requester_id
      WHERE i.id = $1`,
    [inboundTextId],
  );
  return row ?? null;
}
