import { Inject, Injectable } from '@nestjs/common';
import type { ReferralMessageKind, ReferralState } from '#wasl/contracts';
import { decodeCursor, forbidden, notFound, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import {
  ATTACHMENT_JSON,
  type AttachmentView,
  readConditions,
  type SharedMatter,
  SharedMatterReader,
  TicketAccess,
} from '#wasl/tickets';
import { seesContent } from './domain/may-see.js';
import { isOfEntity, type Party } from './parties.js';
import { ReferralAccess } from './referral-access.service.js';
import { shareOf } from './referral-row.js';
import { type ListedRow, type ReferralView, SELECT_REFERRALS, toReferralView } from './referral-view.js';

export const REFERRAL_BOXES = ['inbox', 'sent', 'arbiter'] as const;
export type ReferralBox = (typeof REFERRAL_BOXES)[number];

export interface ReferralMessageView {
  id: string;
  kind: ReferralMessageKind;
  from: 'entity' | 'centre';
  /** a name, among colleagues */
  author: string | null;
  body: string;
  createdAt: string;
  attachments: AttachmentView[];
}

/** One referral with all that its reader may see. */
export interface ReferralDetail extends ReferralView {
  /** the ticket as far as it is shared; null once the entity has given it back or lost it */
  matter: SharedMatter | null;
  messages: ReferralMessageView[];
  proof: AttachmentView[];
}

const LIVE = `r.state IN ('sent','received','accepted')`;

/** Reads referrals for both ends. */
@Injectable()
export class ReferralReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReferralAccess) private readonly access: ReferralAccess,
    @Inject(TicketAccess) private readonly tickets: TicketAccess,
    @Inject(SharedMatterReader) private readonly matter: SharedMatterReader,
  ) {}

  /** Of a ticket that the reader may read, in their order. People of an entity see those of their entity. */
  async ofTicket(number: string, party: Party): Promise<ReferralView[]> {
    const rows = await this.database.query<ListedRow>(
      `${SELECT_REFERRALS} WHERE t.number = $1 AND ($2::uuid IS NULL OR r.entity_id = $2) ORDER BY r.n LIMIT 200`,
      [number, isOfEntity(party) ? (party.entityId ?? NOBODY) : null],
    );
    return rows.map((row) => toReferralView(row, isOfEntity(party)));
  }

  /** Without what is shared and written. @throws not_found `referral.not_found` */
  async summary(id: string, party: Party): Promise<ReferralView> {
    await this.access.require(id, party);
    return toReferralView(await this.row(id), isOfEntity(party));
  }

  /** @throws not_found `referral.not_found` */
  async get(id: string, party: Party): Promise<ReferralDetail> {
    await this.access.require(id, party);
    const row = await this.row(id);
    const forEntity = isOfEntity(party);
    const isShown = !forEntity || seesContent(row.state);
    const [matter, messages, proof] = await Promise.all([
      isShown ? this.matter.of(row.ticketId, shareOf(row)) : null,
      this.messagesOf(id, forEntity, isShown),
      this.proofOf(id),
    ]);
    return { ...toReferralView(row, forEntity), matter, messages, proof };
  }

  /**
   * - `inbox`: of an entity what it has, of the centre what concerns tickets of the reader; what is due first comes first
   * - `sent`: of all tickets that the reader may read, the latest first
   * - `arbiter`: what waits for a decision, the longest first
   */
  async list(
    { box, states }: { box: ReferralBox; states: ReferralState[] | null },
    page: PageRequest,
    party: Party,
  ): Promise<Page<ReferralView>> {
    const values: unknown[] = [];
    const put = (value: unknown) => `$${values.push(value)}`;
    const conditions = await this.withinReach(box, party, put);
    if (states) conditions.push(`r.state = ANY(${put(states)}::text[])`);
    else if (box === 'inbox') conditions.push(LIVE);
    const order = ORDERS[box];
    if (page.after) {
      const [at, id] = decodeCursor(page.after, 'time', 'uuid');
      conditions.push(`(${order.by}, r.id) ${order.after} (${put(at)}::timestamptz, ${put(id)}::uuid)`);
    }
    const rows = await this.database.query<ListedRow>(
      `${SELECT_REFERRALS} WHERE ${conditions.join(' AND ')}
        ORDER BY ${order.by} ${order.direction}, r.id ${order.direction} LIMIT ${put(page.size + 1)}`,
      values,
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [order.of(row).toISOString(), row.id]);
    return { data: data.map((row) => toReferralView(row, isOfEntity(party))), meta };
  }

  private async row(id: string): Promise<ListedRow> {
    const [row] = await this.database.query<ListedRow>(`${SELECT_REFERRALS} WHERE r.id = $1`, [id]);
    if (!row) throw notFound('referral.not_found');
    return row;
  }

  private async withinReach(
    box: ReferralBox,
    party: Party,
    put: (value: unknown) => string,
  ): Promise<string[]> {
    if (box === 'arbiter') {
      if (!party.permissions.has('referral.arbitrate'))
        throw forbidden('permission.denied', { permission: 'referral.arbitrate' });
      return ['r.arbiter_since IS NOT NULL', ...readConditions(await this.tickets.scopeOf(party), put)];
    }
    // Entities send nothing.
    if (isOfEntity(party)) return [`r.entity_id = ${put(box === 'inbox' ? party.entityId : null)}::uuid`];
    const readable = readConditions(await this.tickets.scopeOf(party), put);
    return box === 'inbox' ? [`t.assignee_id = ${put(party.id)}::uuid`, ...readable] : ['true', ...readable];
  }

  private async messagesOf(id: string, forEntity: boolean, isShown: boolean): Promise<ReferralMessageView[]> {
    const rows = await this.database.query<
      Omit<ReferralMessageView, 'from' | 'createdAt'> & { byEntity: boolean; createdAt: Date }
    >(
      `SELECT m.id, m.kind, m.by_entity AS "byEntity", s.name AS author, m.body, m.created_at AS "createdAt",
              (SELECT coalesce(json_agg(${ATTACHMENT_JSON} ORDER BY a.id), '[]')
                 FROM attachment a WHERE a.referral_message_id = m.id AND a.referral_id = m.referral_id) AS attachments
         FROM referral_message m JOIN staff s ON s.id = m.author_id
        WHERE m.referral_id = $1 AND (m.by_entity OR $2) ORDER BY m.id LIMIT 500`,
      [id, isShown],
    );
    return rows.map(({ byEntity, author, createdAt, ...row }) => ({
      ...row,
      from: byEntity ? 'entity' : 'centre',
      author: byEntity || !forEntity ? author : null,
      createdAt: createdAt.toISOString(),
    }));
  }

  private async proofOf(id: string): Promise<AttachmentView[]> {
    const rows = await this.database.query<{ file: AttachmentView }>(
      `SELECT ${ATTACHMENT_JSON} AS file FROM attachment a
        WHERE a.referral_id = $1 AND a.referral_message_id IS NULL ORDER BY a.id`,
      [id],
    );
    return rows.map(({ file }) => file);
  }
}

/** Whoever belongs to no entity finds nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const ORDERS: Record<
  ReferralBox,
  { by: string; direction: string; after: string; of: (row: ListedRow) => Date }
> = {
  inbox: { by: 'r.promised_at', direction: 'ASC', after: '>', of: (row) => row.promisedAt },
  sent: { by: 'r.sent_at', direction: 'DESC', after: '<', of: (row) => row.sentAt },
  arbiter: { by: 'r.arbiter_since', direction: 'ASC', after: '>', of: (row) => row.arbiterSince! },
};
