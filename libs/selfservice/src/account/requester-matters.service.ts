import { Inject, Injectable } from '@nestjs/common';
import type { Channel, PendingOn, TicketStatus } from '#wasl/contracts';
import { decodeCursor, DomainError, type Page, pageOf, type UiLanguage } from '#wasl/kernel';
import { Database, UnitOfWork } from '#wasl/platform';
import type { Address } from '#wasl/requesters';
import { formatTicketNumber, isActiveContact, survivingTicketId, TicketContacts } from '#wasl/tickets';
import type { SignedInRequester } from './requester-sessions.service.js';

const PAGE_SIZE = 20;
/** Unconfirmed filings that are shown at once. */
const MAX_UNCONFIRMED = 20;
/** After this, an address can be confirmed only by staff, as with the link. */
const CONFIRM_DAYS = 30;

/**
 * SQL condition on row `t` of `ticket`: it concerns its requester by an address that is proved to be theirs, or staff
 * filed it for them without one. A ticket that came to a record by an address that was only typed is not shown there.
 */
const concernsRequesterSql = (t: string) => `(EXISTS (
    SELECT 1 FROM ticket_contact c JOIN requester_address a USING (kind, value)
     WHERE c.ticket_id = ${t}.id AND a.requester_id = ${t}.requester_id AND a.state = 'verified' AND ${isActiveContact('c')})
  OR NOT EXISTS (SELECT 1 FROM ticket_contact c WHERE c.ticket_id = ${t}.id))`;

/** A matter of a requester, as the list shows it. */
export interface RequesterMatter {
  /** grouped */
  number: string;
  subject: string;
  /** the ticket's own language */
  language: string;
  service: string | null;
  channel: Channel;
  status: TicketStatus;
  pendingOn: PendingOn | null;
  openedAt: string;
  /** the last thing that its own page shows */
  updatedAt: string;
}

/** A ticket that names an address of the requester, who has not said yet whether it is theirs. */
export interface UnconfirmedFiling {
  contactId: string;
  /** grouped */
  number: string;
  openedAt: string;
  kind: Address['kind'];
  value: string;
}

/** What became of an answer to "was it you?". */
export type ConfirmOutcome = 'listed' | 'elsewhere' | 'refused' | 'gone';

/** The matters of a requester who is signed in. */
@Injectable()
export class RequesterMatters {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TicketContacts) private readonly contacts: TicketContacts,
  ) {}

  /** All matters of the record, newest first. A ticket merged into another one that is listed is shown there. */
  async list(
    { requesterId }: SignedInRequester,
    language: UiLanguage,
    after?: string,
  ): Promise<Page<RequesterMatter>> {
    const rows = await this.database.query<Row>(
      `SELECT t.id, t.number, t.subject, t.language, t.channel, s.status, s.pending_on AS "pendingOn",
              t.created_at AS opened, CASE WHEN $3 = 'ar' THEN v.name_ar ELSE v.name_en END AS service,
              greatest(t.created_at,
                (SELECT max(m.created_at) FROM message m WHERE m.ticket_id = s.id AND m.kind <> 'internal_note'),
                (SELECT max(h.at) FROM history h WHERE h.ticket_id = s.id
                    AND (h.type IN ('resolved','closed','reopened') OR h.data ? 'status'))) AS updated
         FROM ticket t
         JOIN ticket s ON s.id = CASE WHEN t.merged_into_id IS NULL THEN t.id ELSE (${survivingTicketId('t.id')}) END
         LEFT JOIN service v ON v.id = t.service_id
        WHERE t.requester_id = $1 AND ${concernsRequesterSql('t')}
          AND (t.merged_into_id IS NULL OR s.requester_id <> t.requester_id OR NOT ${concernsRequesterSql('s')})
          AND t.id < coalesce($2::bigint, 9223372036854775807)
        ORDER BY t.id DESC LIMIT ${PAGE_SIZE + 1}`,
      [requesterId, after === undefined ? null : decodeCursor(after, 'serial')[0], language],
    );
    const { data, meta } = pageOf(rows, PAGE_SIZE, (row) => [row.id]);
    return { data: data.map(matterOf), meta };
  }

  /** @param number twelve digits */
  async owns({ requesterId }: SignedInRequester, number: string): Promise<boolean> {
    const [row] = await this.database.query(
      `SELECT 1 FROM ticket t WHERE t.number = $1 AND t.requester_id = $2 AND ${concernsRequesterSql('t')}`,
      [number, requesterId],
    );
    return row !== undefined;
  }

  /** Tickets into which somebody typed an address of the requester. Nothing that was written there is told. */
  async unconfirmed({ addresses }: SignedInRequester): Promise<UnconfirmedFiling[]> {
    const rows = await this.database.query<Omit<UnconfirmedFiling, 'openedAt'> & { opened: Date }>(
      `SELECT c.id AS "contactId", t.number, t.created_at AS opened, c.kind, c.value
         FROM unnest($1::text[], $2::text[]) AS own (kind, value)
         JOIN ticket_contact c USING (kind, value) JOIN ticket t ON t.id = c.ticket_id
        WHERE c.role = 'requester' AND c.state = 'claimed' AND c.origin = 'given'
          -- what was filed before addresses had states has no digest, and may have been typed by anybody
          AND c.content IS NOT NULL AND c.created_at > now() - ${CONFIRM_DAYS} * interval '1 day'
        ORDER BY t.id DESC LIMIT ${MAX_UNCONFIRMED}`,
      [addresses.map(({ kind }) => kind), addresses.map(({ value }) => value)],
    );
    return rows.map(({ opened, ...row }) => ({
      ...row,
      number: formatTicketNumber(row.number),
      openedAt: opened.toISOString(),
    }));
  }

  /**
   * The requester says whether a ticket that names their address is theirs. Idempotent.
   * @returns `elsewhere` when it is confirmed but belongs to another record, because another address was proved first
   */
  async confirm(who: SignedInRequester, contactId: string, isTheirs: boolean): Promise<ConfirmOutcome> {
    const filing = (await this.unconfirmed(who)).find((one) => one.contactId === contactId);
    if (!filing) return 'gone';
    try {
      await this.unitOfWork.run((tx) =>
        this.contacts.byOwner(tx, contactId, isTheirs ? 'proved_by_sign_in' : 'refused_by_owner'),
      );
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'contact.illegal_transition') throw error;
      return 'gone';
    }
    if (!isTheirs) return 'refused';
    const [mine] = await this.database.query(
      `SELECT 1 FROM ticket t JOIN requester_address a ON a.requester_id = t.requester_id AND a.state = 'verified'
        WHERE t.number = $1 AND a.kind = $2 AND a.value = $3`,
      [filing.number.replaceAll('-', ''), filing.kind, filing.value],
    );
    return mine ? 'listed' : 'elsewhere';
  }
}

interface Row extends Pick<
  RequesterMatter,
  'number' | 'subject' | 'language' | 'service' | 'channel' | 'status' | 'pendingOn'
> {
  id: string;
  opened: Date;
  updated: Date;
}

const matterOf = ({ number, subject, language, service, channel, status, pendingOn, ...row }: Row) => ({
  number: formatTicketNumber(number),
  subject,
  language,
  service,
  channel,
  status,
  pendingOn,
  openedAt: row.opened.toISOString(),
  updatedAt: row.updated.toISOString(),
});
