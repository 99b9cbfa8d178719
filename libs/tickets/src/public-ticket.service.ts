import { Inject, Injectable } from '@nestjs/common';
import type { PendingOn, TicketStatus } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { conflict, notFound } from '#wasl/kernel';
import { Database, UnitOfWork } from '#wasl/platform';
import { requesterActor } from './actor.js';
import { formatTicketNumber, parseTicketNumber } from './domain/ticket-number.js';
import { statusAfterRequesterMessage, isSettled, mayReopen } from './domain/ticket-lifecycle.js';
import { survivingTicketId } from './merged-tickets.js';
import { Messages, type RequesterMessage } from './messages.service.js';
import { THUMBNAIL_JSON } from './pictures/thumbnail-sql.js';
import { TrackingCodes } from './tracking-codes.service.js';

/** What a requester may see of a ticket: no staff, no notes, no other requester. */
export interface TrackedTicket {
  /** grouped */
  number: string;
  status: TicketStatus;
  /** whose turn it is while the ticket is pending */
  pendingOn: PendingOn | null;
  /** the id of the service that the matter belongs to now */
  serviceId: string | null;
  subject: string;
  language: string;
  timeline: TimelineEntry[];
  expectedAt: string | null;
  canReply: boolean;
  canRate: boolean;
  /** an agent has it */
  taken: boolean;
  /** it was settled before and is open again */
  reopened: boolean;
}

export interface TimelineFile {
  id: string;
  name: string;
  size: number;
  /** the thumbnail's size in pixels, when there is one */
  thumbnail: { width: number; height: number } | null;
}

/** `what` is a plain step, or the words of a reply. */
export interface TimelineEntry {
  at: string;
  /** the requester's first description, with the step that it was received */
  body: string | null;
  /** its attachments, as far as they may be shown */
  files: TimelineFile[];
  what: 'opened' | 'in_progress' | 'waiting' | 'resolved' | 'closed' | 'reopened' | 'reply' | 'your_message';
  text: string | null;
}

interface Row {
  id: string;
  /** the surviving ticket after a merge, else the ticket itself; status and due time are that ticket's */
  survivor_id: string;
  /** whether the surviving ticket has the same requester, who may then read all of it */
  same_requester: boolean;
  merged_at: Date | null;
  status: TicketStatus;
  pending_on: PendingOn | null;
  service_id: string | null;
  subject: string;
  description: string;
  closed_at: Date | null;
  taken: boolean;
  /** the database's clock */
  now: Date;
  language: string;
  due: Date | null;
  rated: boolean;
  requester_id: string;
}

interface EntryRow {
  at: Date;
  what: TimelineEntry['what'];
  text: string | null;
  message: string | null;
}

/** Public access to a ticket; number and tracking code are the only credentials. */
@Injectable()
export class PublicTickets {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TrackingCodes) private readonly codes: TrackingCodes,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @param number twelve digits */
  trackingCode(number: string): Promise<string> {
    return this.codes.of(number);
  }

  /**
   * Checks that number and code belong together. A wrong number and a wrong code cost the same: the ticket is always
   * looked up, and the code always computed and compared.
   * @returns twelve digits
   * @throws not_found `tracking.not_found`, whatever was wrong
   */
  async verify(numberText: string, code: string): Promise<string> {
    const number = parseTicketNumber(numberText);
    const matches = await this.codes.matches(number, code);
    if (!number || !matches) throw notFound('tracking.not_found');
    return number;
  }

  /**
   * For a merged ticket: the status of the surviving one, later replies there, and the requester's own messages.
   * Earlier messages and the words of another requester stay hidden.
   * @param number verified
   */
  async track(number: string): Promise<TrackedTicket> {
    const ticket = await this.row(number);
    const entries = await this.database.query<EntryRow>(
      // A requester's action counts as work in progress only when an agent takes it up.
      `SELECT at, what, text, message FROM (
         SELECT h.at, h.id::text AS ord, NULL AS text, NULL::uuid AS message,
                CASE WHEN h.type IN ('opened','resolved','closed','reopened') THEN h.type
                     WHEN h.data->>'status' = 'pending' THEN 'waiting'
                     WHEN h.data->>'status' = 'open' AND h.actor_kind = 'requester'
                       THEN CASE WHEN h.before IN ('resolved','closed') THEN 'reopened' END
                     WHEN h.data->>'status' = 'open' THEN 'in_progress' END AS what
           FROM (SELECT *, lag(status) OVER (PARTITION BY ticket_id, status IS NULL ORDER BY id) AS before
                   FROM (SELECT *, coalesce(data->>'status', substring(type FROM '^(?:resolved|closed)$')) AS status
                           FROM history WHERE ticket_id IN ($1, $2)) x) h
          WHERE h.ticket_id = $1 OR (h.ticket_id = $2 AND h.type <> 'opened' AND ($3 OR h.at >= $4))
         UNION ALL
         SELECT m.created_at, m.id::text, m.body, m.id,
                CASE m.kind WHEN 'public_reply' THEN 'reply' ELSE 'your_message' END
           FROM message m
          WHERE m.ticket_id IN ($1, $2)
            AND (m.kind = 'requester_message' AND m.author_kind = 'requester' AND m.author_id = $5 OR m.kind = 'public_reply'
                 AND (m.ticket_id = $1 OR $3 OR m.created_at >= $4))) x
        WHERE what IS NOT NULL ORDER BY at, ord LIMIT 500`,
      [ticket.id, ticket.survivor_id, ticket.same_requester, ticket.merged_at, ticket.requester_id],
    );
    const files = await this.filesOf(ticket.id, entries);
    const timeline = entries.map(({ at, what, text, message }) => ({
      at: at.toISOString(),
      what,
      text,
      body: what === 'opened' ? ticket.description : null,
      files: files.get(what === 'opened' ? null : (message ?? '')) ?? [],
    }));
    const inDays = mayReopen(ticket.closed_at, this.country.reopenDays, ticket.now);
    return {
      number: formatTicketNumber(number),
      status: ticket.status,
      pendingOn: ticket.pending_on,
      serviceId: ticket.service_id,
      subject: ticket.subject,
      language: ticket.language,
      timeline,
      taken: ticket.taken,
      reopened: !isSettled(ticket.status) && entries.some(({ what }) => what === 'reopened'),
      expectedAt: isSettled(ticket.status) ? null : (ticket.due?.toISOString() ?? null),
      canReply: statusAfterRequesterMessage(ticket.status) !== null || inDays,
      canRate: isSettled(ticket.status) && !ticket.rated,
    };
  }

  /** Files of the first contact and of the shown messages, by message; null stands for the first contact. */
  private async filesOf(ticketId: string, entries: EntryRow[]): Promise<Map<string | null, TimelineFile[]>> {
    const shown = entries.flatMap(({ message }) => message ?? []);
    const rows = await this.database.query<TimelineFile & { message: string | null }>(
      `SELECT id, name, size, ${THUMBNAIL_JSON} AS thumbnail, message_id AS message FROM attachment
        WHERE state = 'clean' AND referral_id IS NULL
          AND (message_id = ANY($2::uuid[]) OR (ticket_id = $1 AND message_id IS NULL)) ORDER BY id`,
      [ticketId, shown],
    );
    const files = new Map<string | null, TimelineFile[]>();
    for (const { message, ...file } of rows) files.set(message, [...(files.get(message) ?? []), file]);
    return files;
  }

  /** @param number verified */
  async addMessage(number: string, message: RequesterMessage): Promise<void> {
    const { id } = await this.row(number);
    await this.unitOfWork.run((tx) => this.messages.byRequester(tx, id, message));
  }

  /** Once per ticket. @throws conflict `tracking.cannot_rate` */
  async rate(number: string, score: number, comment: string | null): Promise<void> {
    const ticket = await this.row(number);
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ id: string; requester_id: string; queue: string }>(
        `INSERT INTO rating (ticket_id, score, comment, at)
         SELECT $1, $2, $3, $4 FROM ticket s WHERE s.id = $5 AND s.status IN ('resolved', 'closed')
         ON CONFLICT DO NOTHING RETURNING ticket_id AS id, (SELECT requester_id FROM ticket WHERE id = $1),
           (SELECT q.key FROM ticket t JOIN queue q ON q.id = t.queue_id WHERE t.id = $1) AS queue`,
        [ticket.id, score, comment, tx.now, ticket.survivor_id],
      );
      if (!row) throw conflict('tracking.cannot_rate');
      const actor = requesterActor(row.requester_id);
      await tx.query(
        `INSERT INTO history (ticket_id, at, actor_kind, actor_id, type, data) VALUES ($1, $2, $3, $4, 'rated', $5)`,
        [row.id, tx.now, actor.kind, actor.id, JSON.stringify({ score })],
      );
      tx.emit('ticket.rated', {
        ticketId: row.id,
        number: formatTicketNumber(number),
        queue: row.queue,
        score,
      });
    });
  }

  private async row(number: string): Promise<Row> {
    const [row] = await this.database.query<Row>(
      `SELECT t.id, s.id AS survivor_id, s.requester_id = t.requester_id AS same_requester, s.status, s.pending_on, s.service_id, t.subject,
              t.description, s.closed_at, s.assignee_id IS NOT NULL AS taken, now() AS now,
              t.language, t.requester_id, s.resolution_due_at AS due,
              CASE WHEN t.merged_into_id IS NOT NULL
                   THEN (SELECT max(at) FROM history WHERE ticket_id = t.id AND type = 'merged') END AS merged_at,
              EXISTS (SELECT 1 FROM rating WHERE ticket_id = t.id) AS rated
         FROM ticket t
         JOIN ticket s ON s.id = CASE WHEN t.merged_into_id IS NULL THEN t.id ELSE (${survivingTicketId('t.id')}) END
        WHERE t.number = $1`,
      [number],
    );
    if (!row) throw notFound('tracking.not_found');
    return row;
  }
}
