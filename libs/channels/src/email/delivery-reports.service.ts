import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import { Messages } from '#wasl/tickets';
import { type DeliveryReport, readDeliveryReport } from './domain/delivery-report.js';
import { type Delivery, type Origin, recordIgnored } from './mail-record.js';

interface SentMail {
  ticketId: string;
  recipient: string;
  language: string;
}

const NOTES: Record<'ar' | 'en', (recipient: string, detail: string) => string> = {
  ar: (recipient, detail) => `تعذّر تسليم رسالة إلى \u2066${recipient}\u2069.\n${detail}`.trim(),
  en: (recipient, detail) => `A mail to ${recipient} could not be delivered.\n${detail}`.trim(),
};

/** What other mail systems report about mail we sent: it lands on the ticket, and opens nothing. */
@Injectable()
export class DeliveryReports {
  constructor(@Inject(Messages) private readonly messages: Messages) {}

  /**
   * Only the Message-ID of the mail that was sent counts, because nobody but its recipient and the systems on the way
   * know it; which address is marked is read from our own record, not from the report.
   */
  async take(tx: Tx, delivery: Delivery, origin: Origin): Promise<{ ticketId: string | null }> {
    const report = readDeliveryReport(origin.mail.headers, origin.mail.attachments);
    const sent = await sentMail(tx, report);
    await recordIgnored(tx, delivery, origin, `report:${report.action}`, sent?.ticketId ?? null);
    if (!sent || report.action !== 'failed') return { ticketId: sent?.ticketId ?? null };
    await tx.query(
      `UPDATE requester_address SET undeliverable_at = coalesce(undeliverable_at, $2) WHERE kind = 'email' AND value = $1`,
      [sent.recipient, tx.now],
    );
    const note = NOTES[sent.language === 'ar' ? 'ar' : 'en'](sent.recipient, report.detail);
    await this.messages.bySystem(tx, sent.ticketId, note);
    return { ticketId: sent.ticketId };
  }
}

async function sentMail(tx: Tx, report: DeliveryReport): Promise<SentMail | null> {
  const [row] = await tx.query<SentMail>(
    `SELECT o.ticket_id AS "ticketId", o.recipient, t.language
       FROM outgoing_mail o JOIN ticket t ON t.id = o.ticket_id WHERE o.message_id = ANY($1::text[]) LIMIT 1`,
    [report.originals],
  );
  return row ?? null;
}
