import { Inject, Injectable } from '@nestjs/common';
import type { ActorKind, Channel, MessageKind } from '#wasl/contracts';
import { decodeCursor, notFound, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database, BatchLoader, keysCondition } from '#wasl/platform';
import type { AttachmentView } from './attachments.service.js';
import type { HeldState, HoldReason } from './domain/held-message.js';
import { formatTicketNumber, parseTicketNumber } from './domain/ticket-number.js';
import { withMergedTicketIds } from './merged-tickets.js';
import { THUMBNAIL_JSON, THUMBNAIL_PENDING } from './pictures/thumbnail-sql.js';
import { ticketViewSelect, type TicketView, type TicketViewRow, toTicketView } from './ticket-view.js';

export interface MessageView {
  id: string;
  kind: MessageKind;
  channel: Channel;
  author: { kind: ActorKind; id: string | null; name: string | null };
  body: string;
  createdAt: string;
  attachments: AttachmentView[];
  /** visible to staff only until one of them decides */
  held: { state: HeldState; reason: HoldReason; address: string; name: string | null } | null;
  /** grouped number of the merged ticket on which it was written, when that is another */
  ticket?: string;
}

/** A ticket that was merged into another. */
export interface MergedTicket {
  /** grouped */
  number: string;
  subject: string;
  description: string;
  channel: Channel;
  createdAt: string;
  requester: string | null;
}

/** What a requester said about the service, at most once for each ticket. */
export interface RatingView {
  /** the ticket that was rated: this one, or one merged into it */
  number: string;
  /** one to five */
  score: number;
  comment: string | null;
  at: string;
}

export interface HistoryView {
  id: string;
  at: string;
  type: string;
  actor: { kind: ActorKind; id: string | null; name: string | null };
  data: Record<string, unknown>;
}

/** A file as staff see it; its state only when it cannot be opened. */
export const ATTACHMENT_JSON = `json_strip_nulls(json_build_object('id', a.id, 'name', a.name, 'size', a.size, 'type', a.type,
  'state', nullif(a.state, 'clean'), 'fault', a.fault, 'thumbnail', ${THUMBNAIL_JSON},
  'thumbnailSoon', CASE WHEN ${THUMBNAIL_PENDING} THEN true END))`;

/** Reads tickets for staff. */
@Injectable()
export class TicketReader {
  private readonly views = new BatchLoader<string, TicketViewRow>(async (numbers) => {
    const [those, value] = keysCondition('t.number', 'bpchar', numbers);
    const rows = await this.database.query<TicketViewRow>(`${ticketViewSelect('ticket t')} WHERE ${those}`, [
      value,
    ]);
    return new Map(rows.map((row) => [row.number, row]));
  });

  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * @param text a number as typed by a person
   * @returns twelve digits
   * @throws not_found `ticket.number_wrong`, before the database is asked
   */
  numberFrom(text: string): string {
    const number = parseTicketNumber(text);
    if (!number) throw notFound('ticket.number_wrong');
    return number;
  }

  /** @throws not_found */
  async get(number: string): Promise<TicketView> {
    const row = await this.views.load(number);
    if (!row) throw notFound('ticket.not_found');
    return toTicketView(row);
  }

  async idOf(number: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
      number,
    ]);
    if (!row) throw notFound('ticket.not_found');
    return row.id;
  }

  /** Oldest first, including messages of tickets merged into this one. */
  async messages(number: string, page: PageRequest): Promise<Page<MessageView>> {
    const id = await this.idOf(number);
    const after = page.after ? decodeCursor(page.after, 'uuid')[0] : '00000000-0000-0000-0000-000000000000';
    const rows = await this.database.query<MessageView & { createdAt: Date }>(
      `SELECT m.id, m.kind, m.channel, m.body, m.created_at AS "createdAt",
              json_build_object('kind', m.author_kind, 'id', m.author_id, 'name', coalesce(s.name, r.name)) AS author,
              (SELECT coalesce(json_agg(${ATTACHMENT_JSON} ORDER BY a.id), '[]')
                 FROM attachment a WHERE a.ticket_id = m.ticket_id AND a.message_id = m.id) AS attachments,
              (SELECT json_build_object('state', h.state, 'reason', h.reason, 'address', h.address, 'name', h.name)
                 FROM held_message h WHERE h.message_id = m.id) AS held,
              CASE WHEN m.ticket_id <> $1 THEN (SELECT number FROM ticket t WHERE t.id = m.ticket_id) END AS ticket
         FROM message m
         LEFT JOIN staff s ON m.author_kind = 'staff' AND s.id = m.author_id
         LEFT JOIN requester r ON m.author_kind = 'requester' AND r.id = m.author_id
        WHERE m.ticket_id = ANY (ARRAY(${withMergedTicketIds('$1')})) AND m.id > $2 ORDER BY m.id LIMIT $3`,
      [id, after, page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.id]);
    return {
      data: data.map(({ ticket, ...row }) => ({
        ...row,
        createdAt: (row.createdAt as unknown as Date).toISOString(),
        ...(ticket && { ticket: formatTicketNumber(ticket) }),
      })),
      meta,
    };
  }

  /** Tickets merged into this one, oldest first, with their descriptions. */
  async merged(number: string): Promise<MergedTicket[]> {
    const rows = await this.database.query<MergedTicket & { createdAt: Date }>(
      `SELECT t.number, t.subject, t.description, t.channel, t.created_at AS "createdAt", r.name AS requester
         FROM ticket t JOIN requester r ON r.id = t.requester_id
        WHERE t.id IN (${withMergedTicketIds('(SELECT id FROM ticket WHERE number = $1)')}) AND t.number <> $1
        ORDER BY t.id LIMIT 100`,
      [number],
    );
    return rows.map((row) => ({
      ...row,
      number: formatTicketNumber(row.number),
      createdAt: (row.createdAt as unknown as Date).toISOString(),
    }));
  }

  /** Ratings of this ticket and of tickets merged into it, oldest first. */
  async ratings(number: string): Promise<RatingView[]> {
    const rows = await this.database.query<RatingView & { at: Date }>(
      `SELECT t.number, r.score, r.comment, r.at FROM rating r JOIN ticket t ON t.id = r.ticket_id
        WHERE r.ticket_id IN (${withMergedTicketIds('(SELECT id FROM ticket WHERE number = $1)')})
        ORDER BY r.at LIMIT 100`,
      [number],
    );
    return rows.map((row) => ({
      ...row,
      number: formatTicketNumber(row.number),
      at: (row.at as unknown as Date).toISOString(),
    }));
  }

  /** Attachments of the first contact, also of each ticket merged into this one. */
  async openingAttachments(number: string): Promise<AttachmentView[]> {
    const rows = await this.database.query<{ file: AttachmentView }>(
      `SELECT ${ATTACHMENT_JSON} AS file FROM attachment a
        WHERE a.ticket_id = ANY (ARRAY(${withMergedTicketIds('(SELECT id FROM ticket WHERE number = $1)')}))
          AND a.message_id IS NULL AND a.referral_id IS NULL ORDER BY a.id`,
      [number],
    );
    return rows.map(({ file }) => file);
  }

  async history(number: string, page: PageRequest): Promise<Page<HistoryView>> {
    const id = await this.idOf(number);
    const rows = await this.database.query<HistoryView & { at: Date }>(
      `SELECT h.id, h.at, h.type, h.data,
              json_build_object('kind', h.actor_kind, 'id', h.actor_id, 'name', coalesce(s.name, r.name)) AS actor
         FROM history h
         LEFT JOIN staff s ON h.actor_kind = 'staff' AND s.id = h.actor_id
         LEFT JOIN requester r ON h.actor_kind = 'requester' AND r.id = h.actor_id
        WHERE h.ticket_id = $1 AND h.id > $2 ORDER BY h.id LIMIT $3`,
      [id, page.after ? decodeCursor(page.after, 'serial')[0] : 0, page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.id]);
    return { data: data.map((row) => ({ ...row, at: (row.at as unknown as Date).toISOString() })), meta };
  }
}
