import type { TextMedium } from '#wasl/channels';
import type { Database } from '#wasl/platform';
import { survivorOf, withMerged } from '#wasl/tickets';
import type { Reach } from './domain/text-recipient.js';

/** How a ticket's requester can be reached by text, and the database's time. */
export type TextReach = Reach & { now: Date };

interface Row extends Omit<Reach, 'lastText'> {
  lastMedium: TextMedium | null;
  lastAt: Date | null;
  now: Date;
}

/** All tickets that are one matter with `t`. */
const ONE_MATTER = `ARRAY(${withMerged(`(${survivorOf('t.id')})`)})`;

/**
 * The number is the one from which the requester last wrote on this matter, else the first we know. They may have
 * written on a ticket that was merged with this one, which is the same conversation to them.
 */
export async function readTextReach(database: Database, ticketId: string): Promise<TextReach | null> {
  const [row] = await database.query<Row>(
    `SELECT a.value AS phone, a.texts_stopped_at IS NOT NULL AS stopped,
            a.undeliverable_at IS NOT NULL AS unreachable, a.medium AS "lastMedium", a.at AS "lastAt", now() AS now,
            EXISTS (SELECT 1 FROM requester_address m WHERE m.requester_id = t.requester_id AND m.kind = 'email'
                       AND m.undeliverable_at IS NULL) AS "hasMail"
       FROM ticket t
       CROSS JOIN LATERAL (SELECT ${ONE_MATTER} AS matter) one
       LEFT JOIN LATERAL (
         SELECT ra.value, ra.texts_stopped_at, ra.undeliverable_at, i.medium, i.received_at AS at
           FROM requester_address ra
           LEFT JOIN LATERAL (SELECT medium, received_at FROM inbound_text
                               WHERE ticket_id = ANY (one.matter) AND sender = ra.value
                               ORDER BY received_at DESC LIMIT 1) i ON true
          WHERE ra.requester_id = t.requester_id AND ra.kind = 'phone'
          ORDER BY i.received_at DESC NULLS LAST, ra.created_at LIMIT 1) a ON true
      WHERE t.id = $1`,
    [ticketId],
  );
  if (!row) return null;
  const { lastMedium, lastAt, ...reach } = row;
  return { ...reach, lastText: lastMedium && { medium: lastMedium, at: lastAt! } };
}

/** Who wrote STOP or START, and in which language they are answered. */
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
       LEFT JOIN requester_address a ON a.kind = 'phone' AND a.value = i.sender
       LEFT JOIN requester r ON r.id = a.requester_id
      WHERE i.id = $1`,
    [inboundTextId],
  );
  return row ?? null;
}
