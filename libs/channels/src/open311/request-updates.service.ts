import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { TicketStatus } from '#wasl/contracts';
import { invalid, invalidField, type Localized, notFound, type UiLanguage } from '#wasl/kernel';
import { Database, runOnce, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber, isSettled, Messages, parseTicketNumber } from '#wasl/tickets';
import { ApiKeys } from './api-keys.service.js';
import { publicText } from './domain/public-text.js';
import { readReport } from './domain/report.js';
import type { RequestForm } from './domain/request-form.js';
import type { SearchWindow } from './domain/search.js';
import { openOrClosed, statusNote } from './domain/status-notes.js';
import { PUBLIC_REQUESTS } from './public-requests.service.js';

export interface RequestUpdate {
  id: string;
  /** grouped */
  number: string;
  status: 'open' | 'closed';
  at: Date;
  description: string;
}

interface Row {
  id: string;
  number: string;
  status: TicketStatus;
  at: Date;
  body: string | null;
  requester: string | null;
}

const SETTLED: Localized = { ar: 'يقول المبلِّغ إن المسألة حُلّت.', en: 'The sender says that it is settled.' };
const SENDER: Localized = { ar: 'أرسل التحديث', en: 'The update was sent by' };

/** Updates of a request, read and added by programs (the FixMyStreet extension). */
@Injectable()
export class RequestUpdates {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(Messages) private readonly messages: Messages,
  ) {}

  /** Newest first. */
  async list(window: SearchWindow, language: UiLanguage): Promise<RequestUpdate[]> {
    const rows = await this.database.query<Row>(
      `SELECT u.id, t.number, u.status, u.at, m.body, r.name AS requester
         FROM open311_update u
         JOIN ${PUBLIC_REQUESTS} ON o.ticket_id = u.ticket_id
         JOIN requester r ON r.id = t.requester_id
         LEFT JOIN message m ON m.id = u.message_id
        WHERE u.at BETWEEN $1 AND $2 ORDER BY u.at DESC, u.id DESC LIMIT $3 OFFSET $4`,
      [window.from, window.to, window.limit, window.offset],
    );
    return rows.map((row) => ({
      id: row.id,
      number: formatTicketNumber(row.number),
      status: openOrClosed(row.status),
      at: row.at,
      description: row.body ? publicText(row.body, row.requester) : statusNote(row.status, null)[language],
    }));
  }

  /**
   * Adds an update. A message reopens a settled request, unless the sender says that it is settled: then it is a
   * note. The same `update_id` is stored once.
   * @returns the update's id
   * @throws forbidden `api_key.wrong`; not_found `open311.not_found`; invalid; conflict `tracking.cannot_reply`
   */
  async add(form: RequestForm, language: UiLanguage, source: string): Promise<string> {
    const keyId = await this.keys.verify(form.fields.get('api_key'), source);
    const { number, body, sender, closes } = readUpdate(form, language);
    const update = form.fields.get('update_id');
    const claim = {
      scope: `open311 update ${keyId} ${number}`,
      key: (update ?? digest(form).toString('hex')).slice(0, 200),
      bodyHash: digest(form),
    };
    const added = await this.unitOfWork.run(async (tx) => {
      const [ticket] = await tx.query<{ id: string; status: TicketStatus }>(
        `SELECT t.id, t.status FROM ${PUBLIC_REQUESTS} WHERE t.number = $1 FOR NO KEY UPDATE OF t`,
        [number],
      );
      if (!ticket) throw notFound('open311.not_found');
      return runOnce(tx, claim, async () => {
        const isNote = closes && isSettled(ticket.status);
        const { id } = isNote
          ? await this.messages.bySystem(tx, ticket.id, body)
          : await this.messages.byRequester(tx, ticket.id, { body, channel: 'open311' });
        if (sender) await this.messages.bySystem(tx, ticket.id, `${SENDER[language]}: ${sender}`);
        return { id };
      });
    });
    return added.id;
  }
}

interface Update {
  /** twelve digits */
  number: string;
  body: string;
  /** for staff alone */
  sender: string | null;
  closes: boolean;
}

function readUpdate(form: RequestForm, language: UiLanguage): Update {
  const id = form.fields.get('service_request_id');
  if (!id) throw invalidField('service_request_id', 'required');
  const number = parseTicketNumber(id);
  if (!number) throw notFound('open311.not_found');
  const { report, faults } = readReport(form);
  const wrong = faults.filter(({ code }) => code !== 'location_required');
  const status = form.fields.get('status')?.toLowerCase();
  const closes = status === 'closed' || /^fixed/.test(status ?? '');
  if (!report.description && !report.mediaUrl && !closes) {
    wrong.push({ path: 'description', code: 'required' });
  }
  if (wrong.length > 0) throw invalid(wrong);
  const body = [report.description, report.mediaUrl, closes ? SETTLED[language] : null];
  const sender = [report.name, report.email, report.phone].filter(Boolean).join(', ');
  return { number, body: body.filter(Boolean).join('\n\n'), sender: sender || null, closes };
}

const digest = ({ fields }: RequestForm): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([...fields].filter(([name]) => name !== 'api_key').sort()))
    .digest();
