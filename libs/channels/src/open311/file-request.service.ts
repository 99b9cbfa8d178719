import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { isListAttribute } from '#wasl/directory';
import { DomainError, invalid, invalidField, type Localized, type UiLanguage, uuidv7 } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber, OpenTicket } from '#wasl/tickets';
import { ApiKeys } from './api-keys.service.js';
import { type Answers, readAnswers } from './domain/answers.js';
import { dayIn, readReport, type Report, staffText } from './domain/report.js';
import type { RequestForm } from './domain/request-form.js';
import { type OfferedRow, OfferedServices } from './offered-services.service.js';

/** Within this time, the same content from the same API key counts as a repetition. */
export const DUPLICATE_WINDOW_MINUTES = 10;

/** Files sent with a report. */
export interface ReportMedia {
  contents: Buffer[];
  /** stores them. @returns the ids of attachments that nobody owns yet */
  upload(): Promise<string[]>;
}

/** The response to a submitted request: its number, a token to look it up, or neither for a black-box service. */
export interface FiledRequest {
  /** grouped */
  number?: string;
  token?: string;
  notice: string;
  accountId: string | null;
}

interface FiledRow {
  number: string;
  token: string | null;
  public: boolean;
  due: Date | null;
  accountId: string | null;
}

/** Opens a ticket for a submitted report, through the use case that opens all tickets. */
@Injectable()
export class FileRequest {
  constructor(
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(OfferedServices) private readonly services: OfferedServices,
    @Inject(OpenTicket) private readonly tickets: OpenTicket,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /**
   * Programs retry when they get no response. The same content (including device and person) under the same key
   * within {@link DUPLICATE_WINDOW_MINUTES} gets the first response again; two concurrent requests make one ticket.
   * @param language of the person who reports
   * @throws forbidden `api_key.wrong`; not_found `service.not_offered`; invalid, naming the fields of the
   * specification
   */
  async file(
    form: RequestForm,
    language: UiLanguage,
    source: string,
    media: ReportMedia,
  ): Promise<FiledRequest> {
    const keyId = await this.keys.verify(form.fields.get('api_key'), source);
    const code = form.fields.get('service_code');
    if (!code) throw invalidField('service_code', 'required');
    const service = await this.services.byCode(code);
    const { report, faults } = readReport(form);
    const { answers, faults: unanswered } = readAnswers(service.attributes, form.attributes);
    if (faults.length + unanswered.length > 0) throw invalid([...faults, ...unanswered]);
    const hash = contentHash(form, media.contents);
    // Nothing is stored for those without a key; what is left over of a repetition is removed after a day.
    const attachments = await media.upload();
    const row = await this.unitOfWork.run(async (tx) => {
      const repeated = await this.claim(tx, keyId, hash);
      return (
        repeated ?? this.open(tx, { keyId, hash, service, report, answers, language, source, attachments })
      );
    });
    return this.answer(row, language);
  }

  /** @returns the request submitted before, or null when this one is new */
  private async claim(tx: Tx, keyId: string, hash: Buffer): Promise<FiledRow | null> {
    const [won] = await tx.query(
      `INSERT INTO open311_filing AS f (key_id, content_hash, filed_at) VALUES ($1, $2, $3)
       ON CONFLICT (key_id, content_hash) DO UPDATE SET filed_at = $3, ticket_id = NULL
         WHERE f.filed_at < $3::timestamptz - $4 * interval '1 minute' RETURNING 1`,
      [keyId, hash, tx.now, DUPLICATE_WINDOW_MINUTES],
    );
    if (won) return null;
    const [row] = await tx.query<FiledRow>(
      `SELECT t.number, r.token, r.public, t.resolution_due_at AS due, r.account_id AS "accountId"
         FROM open311_filing f JOIN open311_request r USING (ticket_id) JOIN ticket t ON t.id = r.ticket_id
        WHERE f.key_id = $1 AND f.content_hash = $2`,
      [keyId, hash],
    );
    if (!row) throw new DomainError('unavailable', 'service.unavailable');
    return row;
  }

  private async open(tx: Tx, filing: Filing): Promise<FiledRow> {
    const { service, report, language, source } = filing;
    const token = service.open311 === 'batch' ? uuidv7() : null;
    const isPublic = service.open311 !== 'blackbox';
    const phone = report.phone && normalizePhone(report.phone, this.country) ? report.phone : null;
    const known = Boolean(report.email ?? phone ?? report.name);
    const ticket = await this.tickets.openWithin(
      tx,
      {
        subject: subjectOf(service, report, language),
        description: describe(filing, phone ? null : report.phone),
        service: service.code,
        language,
        channel: 'open311',
        requester: {
          name: report.name,
          email: report.email,
          phone,
          audience: known ? 'citizen' : 'anonymous',
        },
        provenance: 'given',
        source,
        location: { lat: report.lat, long: report.long, address: report.address },
        attachments: filing.attachments,
      },
      { onOpened: async (inner, { id }) => record(inner, id, { ...filing, token, isPublic }) },
    );
    return {
      number: ticket.number.replaceAll('-', ''),
      token,
      public: isPublic,
      due: ticket.resolutionDueAt ? new Date(ticket.resolutionDueAt) : null,
      accountId: report.accountId,
    };
  }

  private answer(row: FiledRow, language: UiLanguage): FiledRequest {
    const shown = row.token
      ? { token: row.token }
      : row.public
        ? { number: formatTicketNumber(row.number) }
        : {};
    return { ...shown, notice: noticeOf(row.due, this.country, language), accountId: row.accountId };
  }
}

interface Filing {
  keyId: string;
  hash: Buffer;
  service: OfferedRow;
  report: Report;
  answers: Answers;
  language: UiLanguage;
  source?: string;
  attachments: string[];
}

/** Stores the public record of the request, in the ticket's own transaction. */
function record(
  tx: Tx,
  ticketId: string,
  filing: Filing & { token: string | null; isPublic: boolean },
): void {
  const { report } = filing;
  tx.send(
    `WITH f AS (UPDATE open311_filing SET ticket_id = $1 WHERE key_id = $2 AND content_hash = $3)
     INSERT INTO open311_request (ticket_id, key_id, public, token, description, address_id, media_url, account_id,
       answers, filed_at) VALUES ($1, $2, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ticketId,
      filing.keyId,
      filing.hash,
      filing.isPublic,
      filing.token,
      report.description,
      report.addressId,
      report.mediaUrl,
      report.accountId,
      JSON.stringify(filing.answers),
      tx.now,
    ],
  );
}

function subjectOf(service: OfferedRow, report: Report, language: UiLanguage): string {
  const name = language === 'ar' ? service.nameAr : service.nameEn;
  return (report.address ? `${name}: ${report.address}` : name).slice(0, 200);
}

const WORDS: Record<UiLanguage, Parameters<typeof staffText>[2]> = {
  ar: { media: 'صورة أو ملف', addressId: 'رقم العنوان', phone: 'الهاتف كما كُتب' },
  en: { media: 'Picture or file', addressId: 'Address number', phone: 'Telephone as written' },
};

function describe({ service, report, answers, language }: Filing, unreadablePhone: string | null): string {
  const answered = service.attributes.flatMap((question) => {
    const given = answers[question.code];
    if (!given) return [];
    const nameOf = (key: string) => question.values.find((value) => value.key === key)?.name[language] ?? key;
    const shown = isListAttribute(question.datatype) ? given.map(nameOf) : given;
    return [
      { question: question.description[language], answer: shown.join(language === 'ar' ? '، ' : ', ') },
    ];
  });
  return staffText(report, answered, WORDS[language], unreadablePhone);
}

/** A hash of everything that identifies the request: what was typed, by whom, on which device. */
function contentHash({ fields, attributes }: RequestForm, files: Buffer[]): Buffer {
  const content = [
    [...fields].filter(([name]) => name !== 'api_key').sort(([a], [b]) => (a < b ? -1 : 1)),
    [...attributes].sort(([a], [b]) => (a < b ? -1 : 1)),
    ...files.map((file) => createHash('sha256').update(file).digest('hex')),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}

const NOTICES: { due: Localized; received: Localized } = {
  due: { ar: 'نتوقع إنجاز ذلك في موعد أقصاه {day}.', en: 'We expect to have acted on it by {day}.' },
  received: { ar: 'استُلم الطلب.', en: 'It has been received.' },
};

/** The expected completion date, for the reporter. @param due date of the resolution target */
export function noticeOf(due: Date | null, country: CountryProfile, language: UiLanguage): string {
  if (!due) return NOTICES.received[language];
  return NOTICES.due[language].replace('{day}', dayIn(due, country.zones[0]!));
}
