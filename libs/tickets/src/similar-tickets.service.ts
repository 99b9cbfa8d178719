import { Inject, Injectable } from '@nestjs/common';
import type { Priority, TicketStatus } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { Database } from '#wasl/platform';
import { identifies } from '#wasl/requesters';
import { type Likeness, likeWords, mostAlike } from './domain/likeness.js';
import { boxAround, metresBetween, type Point } from './domain/nearby.js';
import { formatTicketNumber } from './domain/ticket-number.js';

/** What is known of a matter before it is a ticket; anything of it may still be unfinished. */
export interface Matter {
  phone?: string | null;
  email?: string | null;
  subject?: string | null;
  place?: Point | null;
}

export interface SimilarTicket {
  /** grouped */
  number: string;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  /** its key */
  queue: string;
  createdAt: string;
  assignee: string | null;
  requester: string | null;
  because: Likeness[];
  /** from the place of the matter; only when that is why */
  metres: number | null;
}

interface Row extends Omit<SimilarTicket, 'createdAt' | 'because' | 'metres'> {
  id: string;
  createdAt: Date;
  lat: number | null;
  long: number | null;
  ofRequester: boolean;
  atPlace: boolean;
  ofWords: boolean;
}

/** What is so near is the same place: a house, a crossing, the lamps of one street. */
const NEAR_METRES = 100;
const MOST_SHOWN = 10;
/** However much there is, of each kind no more than this is looked at. */
const MOST_READ = 100;
/** Words are looked for among so many of the latest tickets: what is older is hardly the same event. */
const LATEST = 50_000;

/** Finds open tickets that may be about the same matter, before one more is made. */
@Injectable()
export class SimilarTickets {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  async to({ phone, email, subject, place }: Matter): Promise<SimilarTicket[]> {
    const words = subject ? likeWords(subject) : null;
    const addresses = this.addresses(phone, email);
    if (!words && !place && addresses.length === 0) return [];
    const box = place && boxAround(place, NEAR_METRES);
    const rows = await this.database.query<Row>(SELECT, [
      addresses.map(({ kind }) => kind),
      addresses.map(({ value }) => value),
      box && [box.west, box.south, box.east, box.north],
      words,
    ]);
    const found = rows
      .map((row) => toSimilar(row, place ?? null))
      .filter(({ because }) => because.length > 0);
    return mostAlike(found, MOST_SHOWN).map(({ id: _id, ...ticket }) => ticket);
  }

  /** A number that is still being typed is nobody's yet. */
  private addresses(phone: string | null | undefined, email: string | null | undefined) {
    const number = phone ? normalizePhone(phone, this.country) : null;
    return [
      ...(number ? [{ kind: 'phone', value: number }] : []),
      ...(email ? [{ kind: 'email', value: email.trim().toLowerCase() }] : []),
    ];
  }
}

/**
 * Each part has an index of its own: addresses, places of open tickets, words. Of an address also those tickets for which
 * it was only claimed: whoever speaks with the person can confirm it, or see that somebody else has used it.
 */
const SELECT = `
WITH own AS (
  SELECT t.id FROM unnest($1::text[], $2::text[]) AS asked (kind, value)
    JOIN requester_address a USING (kind, value)
    CROSS JOIN LATERAL (SELECT id, status FROM ticket WHERE requester_id = a.requester_id
                         ORDER BY id DESC LIMIT ${MOST_READ}) t
   WHERE t.status IN ('new', 'open', 'pending') AND ${identifies('a')}
   UNION
  SELECT t.id FROM unnest($1::text[], $2::text[]) AS asked (kind, value)
    CROSS JOIN LATERAL (SELECT ticket_id, state FROM ticket_contact
                         WHERE kind = asked.kind AND value = asked.value ORDER BY ticket_id DESC LIMIT ${MOST_READ}) c
    JOIN ticket t ON t.id = c.ticket_id
   WHERE t.status IN ('new', 'open', 'pending') AND c.state <> 'refused'),
near AS (
  SELECT id FROM ticket
   WHERE point(long, lat) <@ box(point(($3::float8[])[1], ($3::float8[])[2]), point(($3::float8[])[3], ($3::float8[])[4]))
     AND lat IS NOT NULL AND long IS NOT NULL AND status IN ('new', 'open', 'pending')
   LIMIT ${MOST_READ}),
alike AS (
  SELECT t.id FROM ticket_search s JOIN ticket t ON t.id = s.ticket_id
   WHERE s.words @@ $4::tsquery AND s.ticket_id > (SELECT coalesce(max(id), 0) - ${LATEST} FROM ticket)
     AND t.status IN ('new', 'open', 'pending')
   ORDER BY t.id DESC LIMIT ${MOST_READ})
SELECT t.id, t.number, t.subject, t.status, t.priority, q.key AS queue, t.created_at AS "createdAt", t.lat, t.long,
       s.name AS assignee, r.name AS requester,
       t.id IN (SELECT id FROM own) AS "ofRequester", t.id IN (SELECT id FROM near) AS "atPlace",
       t.id IN (SELECT id FROM alike) AS "ofWords"
  FROM ticket t JOIN queue q ON q.id = t.queue_id JOIN requester r ON r.id = t.requester_id
  LEFT JOIN staff s ON s.id = t.assignee_id
 WHERE t.id IN (SELECT id FROM own UNION SELECT id FROM near UNION SELECT id FROM alike)`;

/** The box has corners: what lies in one of them is not near. */
function toSimilar(row: Row, place: Point | null): SimilarTicket & { id: string } {
  const { ofRequester, atPlace, ofWords, lat, long, number, createdAt, ...ticket } = row;
  const metres = place && atPlace ? Math.round(metresBetween(place, { lat: lat!, long: long! })) : null;
  const near = metres !== null && metres <= NEAR_METRES;
  return {
    ...ticket,
    number: formatTicketNumber(number),
    createdAt: createdAt.toISOString(),
    because: [
      ...(ofRequester ? (['requester'] as const) : []),
      ...(near ? (['place'] as const) : []),
      ...(ofWords ? (['words'] as const) : []),
    ],
    metres: near ? metres : null,
  };
}
