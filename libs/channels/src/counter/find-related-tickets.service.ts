import { Inject, Injectable } from '@nestjs/common';
import type { Channel, TicketStatus } from '#wasl/contracts';
import { isUuid } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import {
  type Caller,
  formatTicketNumber,
  readCondition,
  significantTerms,
  TicketAccess,
} from '#wasl/tickets';

export interface RelatedTicket {
  /** grouped */
  number: string;
  subject: string;
  status: TicketStatus;
  channel: Channel;
  updatedAt: string;
  /** of the same requester */
  own: boolean;
  assignee: { id: string; name: string } | null;
}

export interface RelatedTicketQuery {
  requesterId: string | null;
  /** search words, possibly incomplete */
  words: string | null;
  /** code */
  service: string | null;
}

const MAX_RESULTS = 10;
/** Settled tickets of a requester are shown for this long: they may be reopened, or the visit is about them. */
const SETTLED_DAYS = 30;

/**
 * Finds existing tickets before a new one is opened at a desk. `SimilarTickets` serves the form for agents and is not
 * used here: it explains why an open ticket may be about the same matter (person, place or words, among the latest
 * tickets). This one lists what the person at the desk has with us, settled tickets included, with unknown places and
 * half-typed words.
 */
@Injectable()
export class FindRelatedTickets {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketAccess) private readonly access: TicketAccess,
  ) {}

  /**
   * First the requester's own tickets: open before settled, matching words first. Then open tickets of others that
   * match the words, because they may all report one event.
   */
  async find({ requesterId, words, service }: RelatedTicketQuery, caller: Caller): Promise<RelatedTicket[]> {
    const query = toTsQuery(words);
    const values: unknown[] = [isUuid(requesterId ?? '') ? requesterId : null, query, service, SETTLED_DAYS];
    const readable = readCondition(await this.access.scopeOf(caller), values);
    const rows = await this.database.query<Omit<RelatedTicket, 'updatedAt'> & { updatedAt: Date }>(
      `SELECT x.number, x.subject, x.status, x.channel, x.updated_at AS "updatedAt", x.own,
              CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS assignee
         FROM (
         (SELECT t.*, true AS own, coalesce(w.words @@ $2::tsquery, false) AS fits
            FROM ticket t LEFT JOIN ticket_search w ON w.ticket_id = t.id
           WHERE t.requester_id = $1 AND t.merged_into_id IS NULL AND ${readable}
             AND (t.status IN ('new', 'open', 'pending') OR t.updated_at > now() - make_interval(days => $4))
           ORDER BY t.status IN ('new', 'open', 'pending') DESC, fits DESC, t.id DESC LIMIT ${MAX_RESULTS})
         UNION ALL
         (SELECT t.*, false, true FROM ticket t
           WHERE ${readable} AND $2::tsquery IS NOT NULL AND t.status IN ('new', 'open', 'pending') AND t.merged_into_id IS NULL
             AND t.requester_id IS DISTINCT FROM $1
             AND t.id IN (SELECT ticket_id FROM ticket_search WHERE words @@ $2::tsquery)
             AND ($3::text IS NULL OR t.service_id = (SELECT id FROM service WHERE code = $3))
           ORDER BY t.id DESC LIMIT ${MAX_RESULTS})) x
         LEFT JOIN staff s ON s.id = x.assignee_id
        ORDER BY x.own DESC, x.status IN ('new', 'open', 'pending') DESC, x.fits DESC, x.id DESC`,
      values,
    );
    return rows.map((row) => ({
      ...row,
      number: formatTicketNumber(row.number),
      updatedAt: row.updatedAt.toISOString(),
    }));
  }
}

/** The first words joined by AND, each as a prefix: the last one may still be incomplete. */
function toTsQuery(text: string | null): string | null {
  const words = significantTerms(text ?? '').slice(0, 4);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
