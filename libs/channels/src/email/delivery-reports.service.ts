import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import { markUndeliverable } from '#wasl/requesters';
import { Messages } from '#wasl/tickets';
import { type DeliveryReport, isDeliveryReport, readDeliveryReport } from './domain/delivery-report.js';
import { readFreeFormBounce } from './domain/free-form-bounce.js';
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

  /** @returns null when the mail is none */
  read({ mail }: Origin, envelopeFrom: string): DeliveryReport | null {
    if (isDeliveryReport(mail.headers)) return readDeliveryReport(mail.headers, mail.attachments);
    return readFreeFormBounce({ ...mail, sender: mail.from.address, envelopeFrom });
  }

  /**
   * Only the Message-ID of the mail that was sent counts, or the signed address from which it was sent: nobody but its
   * recipient and the systems on the way know them. Which address is marked is read from our own record.
   * @param signed tickets whose signed address the report was sent to
   */
  async take(
    tx: Tx,
    delivery: Delivery,
    origin: Origin,
    report: DeliveryReport,
    signed: string[],
  ): Promise<{ ticketId: string | null }> {
    const sent = await sentMail(tx, report, signed);
    if (!sent && report.action === 'failed') await forgetFollower(tx, report);
    await recordIgnored(tx, delivery, origin, `report:${report.action}`, sent?.ticketId ?? null);
    if (!sent || report.action !== 'failed') return { ticketId: sent?.ticketId ?? null };
    markUndeliverable(tx, { kind: 'email', value: sent.recipient });
    const note = NOTES[sent.language === 'ar' ? 'ar' : 'en'](sent.recipient, report.detail);
    await this.messages.bySystem(tx, sent.ticketId, note);
    return { ticketId: sent.ticketId };
  }
}

/** Whoever follows a report at an address where mail does not arrive follows it no longer. */
async function forgetFollower(tx: Tx, report: DeliveryReport): Promise<void> {
  await tx.query(
    `DELETE FROM report_follower
      WHERE id = ANY (SELECT follower_id FROM outgoing_mail WHERE message_id = ANY($1::text[]))`,
    [report.originals],
  );
}

async function sentMail(tx: Tx, report: DeliveryReport, signed: string[]): Promise<SentMail | null> {
  const [row] = await tx.query<SentMail>(
    `SELECT * FROM (
       SELECT 1 AS rank, o.ticket_id AS "ticketId", o.recipient, t.language, o.created_at
         FROM outgoing_mail o JOIN ticket t ON t.id = o.ticket_id WHERE o.message_id = ANY($1::text[])
       UNION ALL
       SELECT 2, o.ticket_id, o.recipient, t.language, o.created_at
         FROM ticket t JOIN outgoing_mail o ON o.ticket_id = t.id
        WHERE t.number = ANY($2::text[]) AND o.recipient = ANY($3::text[])) AS sent
      ORDER BY rank, created_at DESC LIMIT 1`,
    [report.originals, signed, report.addresses],
  );
  return row ?? null;
}
