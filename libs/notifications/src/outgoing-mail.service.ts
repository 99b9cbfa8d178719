import { Inject, Injectable } from '@nestjs/common';
import { conflict, isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { withMergedTicketIds } from '#wasl/tickets';
import { MailJobs } from './mail-jobs.service.js';

export interface OutgoingMailView {
  id: string;
  purpose: string;
  recipient: string;
  subject: string;
  state: 'queued' | 'sending' | 'sent' | 'failed';
  attempts: number;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}

/** Lists and retries outgoing mail, for staff. */
@Injectable()
export class OutgoingMail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailJobs) private readonly jobs: MailJobs,
  ) {}

  /** Including mail about tickets merged into it. @param number twelve digits */
  async ofTicket(number: string): Promise<OutgoingMailView[]> {
    const rows = await this.database.query<
      Omit<OutgoingMailView, 'createdAt' | 'sentAt'> & { createdAt: Date; sentAt: Date | null }
    >(
      `SELECT m.id, m.purpose, m.recipient, m.subject, m.state, m.attempts, m.last_error AS "lastError",
              m.created_at AS "createdAt", m.sent_at AS "sentAt"
         FROM outgoing_mail m
        WHERE m.ticket_id = ANY (ARRAY(${withMergedTicketIds('(SELECT id FROM ticket WHERE number = $1)')})) ORDER BY m.created_at, m.id LIMIT 500`,
      [number],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
    }));
  }

  /** Retries a failed mail from its first attempt. @throws not_found `mail.not_found`; conflict `mail.not_failed` */
  async retry(id: string): Promise<void> {
    const [found] = await this.database.query<{ state: string }>(
      'SELECT state FROM outgoing_mail WHERE id = $1',
      [isUuid(id) ? id : null],
    );
    if (!found) throw notFound('mail.not_found');
    const rows = await this.database.query(
      `UPDATE outgoing_mail SET state = 'queued', attempts = 0, next_attempt_at = now()
        WHERE id = $1 AND state = 'failed' RETURNING id`,
      [id],
    );
    if (rows.length === 0) throw conflict('mail.not_failed');
    await this.jobs.add([{ id, attempts: 0 }]);
  }
}
