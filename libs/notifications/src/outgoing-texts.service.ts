import { Inject, Injectable } from '@nestjs/common';
import type { TextMedium } from '#wasl/channels';
import { conflict, isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { withMergedTicketIds } from '#wasl/tickets';
import { TextJobs } from './text-jobs.service.js';

export interface OutgoingTextView {
  id: string;
  purpose: string;
  medium: TextMedium;
  recipient: string;
  body: string;
  /** the number of SMS segments */
  segments: number;
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'failed';
  attempts: number;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
  deliveredAt: string | null;
}

type Row = Omit<OutgoingTextView, 'createdAt' | 'sentAt' | 'deliveredAt'> &
  Record<'createdAt', Date> &
  Record<'sentAt' | 'deliveredAt', Date | null>;

/** Lists and retries outgoing texts, for staff. */
@Injectable()
export class OutgoingTexts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TextJobs) private readonly jobs: TextJobs,
  ) {}

  /** Including texts about tickets merged into it. @param number twelve digits */
  async ofTicket(number: string): Promise<OutgoingTextView[]> {
    const rows = await this.database.query<Row>(
      `SELECT o.id, o.purpose, o.medium, o.recipient, o.body, o.segments, o.state, o.attempts,
              o.last_error AS "lastError", o.created_at AS "createdAt", o.sent_at AS "sentAt",
              o.delivered_at AS "deliveredAt"
         FROM outgoing_text o
        WHERE o.ticket_id = ANY (ARRAY(${withMergedTicketIds('(SELECT id FROM ticket WHERE number = $1)')})) ORDER BY o.created_at, o.id LIMIT 500`,
      [number],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      deliveredAt: row.deliveredAt?.toISOString() ?? null,
    }));
  }

  /** Retries a failed text from its first attempt. @throws not_found `text.not_found`; conflict `text.not_failed` */
  async retry(id: string): Promise<void> {
    const known = isUuid(id) ? id : null;
    const [found] = await this.database.query('SELECT 1 FROM outgoing_text WHERE id = $1', [known]);
    if (!found) throw notFound('text.not_found');
    const rows = await this.database.query(
      `UPDATE outgoing_text SET state = 'queued', attempts = 0, next_attempt_at = now()
        WHERE id = $1 AND state = 'failed' RETURNING id`,
      [known],
    );
    if (rows.length === 0) throw conflict('text.not_failed');
    await this.jobs.add([{ id, attempts: 0 }]);
  }
}
