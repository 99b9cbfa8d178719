import { Inject, Injectable } from '@nestjs/common';
import type { Priority, TicketStatus } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { Database } from '#wasl/platform';
import { identifyingAddressSql } from '#wasl/requesters';
import { readCondition } from './access/read-scope-sql.js';
import { type Caller, TicketAccess } from './access/ticket-access.service.js';
import { type SimilarityReason, similarityQuery, mostSimilar } from './domain/similarity.js';
import { boundingBoxAround, distanceMetresBetween, type Point } from './domain/geo-distance.js';
import { formatTicketNumber } from './domain/ticket-number.js';

/** What is known before a ticket is created; any part may still be incomplete. */
export interface SimilarTicketsQuery {
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
  /** the queue's key */
  queue: string;
  createdAt: string;
  assignee: string | null;
  requester: string | null;
  because: SimilarityReason[];
  /** distance from the given place; only when the place matched */
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

/** Within this distance it is the same place: a house, a crossing, a stretch of street. */
const NEAR_METRES = 100;
const MAX_RESULTS = 10;
/** At most this many rows are read for each kind of match. */
const MAX_ROWS_PER_REASON = 100;
/** Words are searched in the most recent tickets only: older ones are hardly about the same event. */
const RECENT_TICKETS = 50_000;

/** Finds open tickets that may be about the same subject, before another is created. */
@Injectable()
export class SimilarTickets {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Only among those that the caller may read. */
  async find(
    { phone, email, subject, place }: SimilarTicketsQuery,
    caller: Caller,
  ): Promise<SimilarTicket[]> {
    const words = subject ? similarityQuery(subject) : null;
    const addresses = this.addresses(phone, email);
    if (!words && !place && addresses.length === 0) return [];
    const box = place && boundingBoxAround(place, NEAR_METRES);
    const values: unknown[] = [
      addresses.map(({ kind }) => kind),
      addresses.map(({ value }) => value),
      box && [box.west, box.south, box.east, box.north],
      words,
    ];
    const readable = readCondition(await this.access.scopeOf(caller), values);
    const rows = await this.database.query<Row>(selectWithin(readable), values);
    const found = rows
      .map((row) => toSimilar(row, place ?? null))
      .filter(({ because }) => because.length > 0);
    return mostSimilar(found, MAX_RESULTS).map(({ id: _id, ...ticket }) => ticket);
  }

  /** An incomplete number matches nothing. */
  private addresses(phone: string | null | undefined, email: string | null | undefined) {
    const number = phone ? normalizePhone(phone, this.country) : null;
    return [
      ...(number ? [{ kind: 'phone', value: number }] : []),
      ...(email ? [{ kind: 'email', value: email.trim().toLowerCase() }] : []),
    ];
  }
}

/**
 * Each part uses its own index: addresses, places of open tickets, words. Tickets for which an address was only claimed
 * are included, because the agent can confirm it with the person, or see that somebody else has used it.
 */
const selectWithin = (readable: string) => `
WITH own AS (
  SELECT t.id FROM unnest($1::text[], $2::text[]) AS asked (kind, value)
    JOIN requester_address a USING (kind, value)
    CROSS JOIN LATERAL (SELECT t.* FROM ticket t WHERE requester_id = a.requester_id AND ${readable}
                         ORDER BY id DESC LIMIT ${MAX_ROWS_PER_REASON}) t
   WHERE t.status IN ('new', 'open', 'pending') AND ${identifyingAddressSql('a')}
   UNION
  SELECT t.id FROM unnest($1::text[], $2::text[]) AS asked (kind, value)
    CROSS JOIN LATERAL (SELECT ticket_id, state FROM ticket_contact
                         WHERE kind = asked.kind AND value = asked.value ORDER BY ticket_id DESC LIMIT ${MAX_ROWS_PER_REASON}) c
    JOIN ticket t ON t.id = c.ticket_id
   WHERE t.status IN ('new', 'open', 'pending') AND c.state <> 'refused'),
near AS (
  SELECT id FROM ticket t
   WHERE point(long, lat) <@ box(point(($3::float8[])[1], ($3::float8[])[2]), point(($3::float8[])[3], ($3::float8[])[4]))
     AND lat IS NOT NULL AND long IS NOT NULL AND status IN ('new', 'open', 'pending') AND ${readable}
   LIMIT ${MAX_ROWS_PER_REASON}),
alike AS (
  SELECT t.id FROM ticket_search s JOIN ticket t ON t.id = s.ticket_id
   WHERE s.words @@ $4::tsquery AND s.ticket_id > (SELECT coalesce(max(id), 0) - ${RECENT_TICKETS} FROM ticket)
     AND t.status IN ('new', 'open', 'pending') AND ${readable}
   ORDER BY t.id DESC LIMIT ${MAX_ROWS_PER_REASON})
SELECT t.id, t.number, t.subject, t.status, t.priority, q.key AS queue, t.created_at AS "createdAt", t.lat, t.long,
       s.name AS assignee, r.name AS requester,
       t.id IN (SELECT id FROM own) AS "ofRequester", t.id IN (SELECT id FROM near) AS "atPlace",
       t.id IN (SELECT id FROM alike) AS "ofWords"
  FROM ticket t JOIN queue q ON q.id = t.queue_id JOIN requester r ON r.id = t.requester_id
  LEFT JOIN staff s ON s.id = t.assignee_id
 WHERE t.id IN (SELECT id FROM own UNION SELECT id FROM near UNION SELECT id FROM alike) AND ${readable}`;

/** The search box is square, so its corners are farther away than the limit. */
function toSimilar(row: Row, place: Point | null): SimilarTicket & { id: string } {
  const { ofRequester, atPlace, ofWords, lat, long, number, createdAt, ...ticket } = row;
  const metres =
    place && atPlace ? Math.round(distanceMetresBetween(place, { lat: lat!, long: long! })) : null;
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
