import { Inject, Injectable } from '@nestjs/common';
import type { Resolution, TicketStatus } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { isListAttribute, type ServiceAttribute } from '#wasl/directory';
import { isUuid, notFound, type UiLanguage } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import type { Answers } from './domain/answers.js';
import { publicText } from './domain/public-text.js';
import type { RequestSearch } from './domain/search.js';
import { CLOSED_STATUSES, OPEN_STATUSES, openOrClosed, statusNote } from './domain/status-notes.js';
import { noticeOf } from './file-request.service.js';

/** A request as shown to the public. */
export interface PublicRequest {
  /** grouped */
  number: string;
  status: 'open' | 'closed';
  statusNotes: string;
  serviceName: string;
  serviceCode: string;
  description: string;
  agency: string;
  notice: string;
  requestedAt: Date;
  updatedAt: Date;
  expectedAt: Date | null;
  address: string | null;
  addressId: string | null;
  lat: number | null;
  long: number | null;
  mediaUrl: string | null;
  extended: { status: TicketStatus; answers: Answers };
}

interface Row {
  number: string;
  status: TicketStatus;
  resolution: Resolution | null;
  code: string;
  name_ar: string;
  name_en: string;
  agency_ar: string;
  agency_en: string;
  attributes: ServiceAttribute[];
  answers: Answers;
  description: string;
  reply: string | null;
  requester: string | null;
  requested_at: Date;
  updated_at: Date;
  resolved_at: Date | null;
  closed_at: Date | null;
  due: Date | null;
  address: string | null;
  address_id: string | null;
  lat: number | null;
  long: number | null;
  media_url: string | null;
}

/**
 * The tickets that are public: submitted through Open311, not as black box, and of a service that is still public.
 * Tickets from telephone, mail or form were submitted in confidence and are never listed.
 */
export const PUBLIC_REQUESTS = `
  open311_request o
  JOIN ticket t ON t.id = o.ticket_id AND o.public
  JOIN service v ON v.id = t.service_id AND v.open311 IN ('realtime', 'batch')`;

const SELECT = `
SELECT t.number, t.status, t.resolution, v.code, v.name_ar, v.name_en, e.name_ar AS agency_ar, e.name_en AS agency_en,
       v.attributes, o.answers, o.description, r.name AS requester, t.created_at AS requested_at, t.updated_at,
       t.resolved_at, t.closed_at, t.resolution_due_at AS due, t.address, o.address_id, t.lat, t.long, o.media_url,
       (SELECT m.body FROM message m WHERE m.ticket_id = t.id AND m.kind = 'public_reply'
         ORDER BY m.id DESC LIMIT 1) AS reply
  FROM ${PUBLIC_REQUESTS}
  JOIN entity e ON e.id = v.entity_id
  JOIN requester r ON r.id = t.requester_id`;

/** Reads public requests. */
@Injectable()
export class PublicRequests {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Newest first. Invalid and non-public ids are left out. */
  async search(search: RequestSearch, language: UiLanguage): Promise<PublicRequest[]> {
    if (search.ids) return this.byNumbers(search.ids, language);
    const statuses =
      search.status === 'open' ? OPEN_STATUSES : search.status === 'closed' ? CLOSED_STATUSES : null;
    const rows = await this.database.query<Row>(
      `${SELECT} WHERE o.filed_at BETWEEN $1 AND $2 AND ($3::text[] IS NULL OR t.status = ANY($3))
          AND ($4::text[] IS NULL OR v.code = ANY($4))
        ORDER BY o.filed_at DESC, o.ticket_id DESC LIMIT $5 OFFSET $6`,
      [search.from, search.to, statuses, search.serviceCodes, search.limit, search.offset],
    );
    return rows.map((row) => this.toPublicRequest(row, language));
  }

  /**
   * One, or several separated by commas.
   * @throws not_found `open311.not_found` when there is none of them
   */
  async get(ids: string, language: UiLanguage): Promise<PublicRequest[]> {
    const found = await this.byNumbers(ids.split(',').slice(0, 200), language);
    if (found.length === 0) throw notFound('open311.not_found');
    return found;
  }

  /** @returns the number behind a token, grouped. @throws not_found `open311.token_not_found` */
  async numberOfToken(token: string): Promise<string> {
    const [row] = await this.database.query<{ number: string }>(
      'SELECT t.number FROM open311_request o JOIN ticket t ON t.id = o.ticket_id WHERE o.token = $1',
      [isUuid(token) ? token : null],
    );
    if (!row) throw notFound('open311.token_not_found');
    return formatTicketNumber(row.number);
  }

  private async byNumbers(ids: string[], language: UiLanguage): Promise<PublicRequest[]> {
    const numbers = ids.map(parseTicketNumber).filter((number) => number !== null);
    const rows = await this.database.query<Row>(
      `${SELECT} WHERE t.number = ANY($1::bpchar[]) ORDER BY o.filed_at DESC, o.ticket_id DESC`,
      [numbers],
    );
    return rows.map((row) => this.toPublicRequest(row, language));
  }

  private toPublicRequest(row: Row, language: UiLanguage): PublicRequest {
    const arabic = language === 'ar';
    const status = openOrClosed(row.status);
    return {
      number: formatTicketNumber(row.number),
      status,
      statusNotes: row.reply
        ? publicText(row.reply, row.requester)
        : statusNote(row.status, row.resolution)[language],
      serviceName: arabic ? row.name_ar : row.name_en,
      serviceCode: row.code,
      description: publicText(row.description, row.requester),
      agency: arabic ? row.agency_ar : row.agency_en,
      notice: noticeOf(row.due, this.country, language),
      requestedAt: row.requested_at,
      updatedAt: status === 'closed' ? (row.resolved_at ?? row.closed_at ?? row.updated_at) : row.updated_at,
      expectedAt: row.due,
      address: row.address,
      addressId: row.address_id,
      lat: row.lat,
      long: row.long,
      mediaUrl: row.media_url,
      extended: { status: row.status, answers: listAnswers(row) },
    };
  }
}

/** Only choices from a list, because free text may identify a person. */
function listAnswers({ attributes, answers }: Row): Answers {
  const lists = attributes.filter(({ code, datatype }) => isListAttribute(datatype) && answers[code]);
  return Object.fromEntries(lists.map(({ code }) => [code, answers[code]!]));
}
