import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import { markUndeliverable, stopMail } from '#wasl/requesters';
import { Messages } from '#wasl/tickets';
import type { DeliveryReport } from './domain/delivery-report.js';
import { readReport } from './domain/read-report.js';
import { oneLine } from './domain/subject.js';
import { type Destination, MailAddresses } from './mail-addresses.service.js';
import { type Delivery, type InboundMail, recordIgnored } from './mail-record.js';

interface SentMail {
  ticketId: string;
  number: string;
  recipient: string;
  /** all mail of the ticket went to this recipient */
  alone: boolean;
  language: string;
}

type NotedAction = Exclude<DeliveryReport['action'], 'delivered' | 'other'>;

const NOTES: Record<'ar' | 'en', Record<NotedAction, (recipient: string) => string>> = {
  ar: {
    failed: (recipient) => `تعذّر تسليم رسالة إلى \u2066${recipient}\u2069.`,
    delayed: (recipient) => `تأخر تسليم رسالة إلى \u2066${recipient}\u2069. تستمر المحاولات.`,
    complaint: (recipient) => `أُبلغ عن رسالتنا إلى \u2066${recipient}\u2069 على أنها إساءة.`,
    unknown: (recipient) => `كتب نظام بريد عن رسالة إلى \u2066${recipient}\u2069.`,
  },
  en: {
    failed: (recipient) => `A mail to ${recipient} could not be delivered.`,
    delayed: (recipient) => `A mail to ${recipient} is delayed. It is still being tried.`,
    complaint: (recipient) => `Our mail to ${recipient} was reported as abuse.`,
    unknown: (recipient) => `A mail system wrote about a mail to ${recipient}.`,
  },
};
const STOPPED = {
  ar: 'لن يُرسل بريد إلى هذا العنوان حتى يرد صاحبه على إحدى رسائلنا.',
  en: 'Nothing is mailed to this address until its owner replies to a mail of ours.',
};
const MAX_EXCERPT = 500;

/** Delivery reports about mail that we sent: they are noted on the ticket and open nothing. */
@Injectable()
export class DeliveryReports {
  constructor(
    @Inject(Messages) private readonly messages: Messages,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  /** @returns null when the mail is not a delivery report */
  read({ mail }: Pick<InboundMail, 'mail'>, envelopeFrom: string): DeliveryReport | null {
    return readReport({ ...mail, sender: mail.from.address, envelopeFrom });
  }

  /**
   * An address is marked, as undeliverable or as stopped, only when the report proves knowledge that nobody but the recipient and the
   * mail systems on the way have: the signed address that we gave to this recipient, or, when all mail of the ticket
   * went to one recipient, any token of that mail. The marked address is read from our own records. Without such a
   * token, a report that names one of our Message-IDs is only noted on its ticket.
   * @param sentTo addresses of ours that the report was sent to
   */
  async handle(
    tx: Tx,
    delivery: Delivery,
    origin: InboundMail,
    report: DeliveryReport,
    sentTo: Destination[],
  ): Promise<{ ticketId: string | null }> {
    const { sent, isProved } = await this.reported(tx, report, sentTo);
    const { action } = report;
    if (!sent && (action === 'failed' || action === 'complaint')) await forgetFollower(tx, report);
    await recordIgnored(tx, delivery, origin, `report:${action}`, sent?.ticketId ?? null);
    if (!sent || action === 'delivered' || action === 'other') return { ticketId: sent?.ticketId ?? null };
    const { recipient } = sent;
    if (isProved && action === 'failed') markUndeliverable(tx, { kind: 'email', value: recipient });
    if (isProved && action === 'complaint') stopMail(tx, recipient);
    const language = sent.language === 'ar' ? 'ar' : 'en';
    const lines = [
      NOTES[language][action](recipient),
      ...(isProved && action === 'complaint' ? [STOPPED[language]] : []),
      report.detail || (action === 'unknown' ? oneLine(origin.mail.text, MAX_EXCERPT) : ''),
    ];
    await this.messages.bySystem(tx, sent.ticketId, lines.filter(Boolean).join('\n'));
    return { ticketId: sent.ticketId };
  }

  private async reported(
    tx: Tx,
    report: DeliveryReport,
    sentTo: Destination[],
  ): Promise<{ sent: SentMail | null; isProved: boolean }> {
    const signed = sentTo.filter(({ ticket }) => ticket !== null);
    const byId = await sentMails(tx, 'o.message_id', report.originals);
    const byAddress = await sentMails(
      tx,
      't.number',
      signed.map(({ ticket }) => ticket!),
    );
    const given = (mail: SentMail) =>
      signed.some((one) => one.ticket === mail.number && this.addresses.wasIssuedTo(mail.recipient, one));
    const proved =
      [...byId, ...byAddress].find(given) ??
      byId.find(({ alone }) => alone) ??
      byAddress.find(({ alone, recipient }) => alone && report.addresses.includes(recipient));
    return { sent: proved ?? byId[0] ?? null, isProved: proved !== undefined };
  }
}

/** A follower whose address is undeliverable is deleted. */
async function forgetFollower(tx: Tx, report: DeliveryReport): Promise<void> {
  await tx.query(
    `DELETE FROM report_follower
      WHERE id = ANY (SELECT follower_id FROM outgoing_mail WHERE message_id = ANY($1::text[]))`,
    [report.originals],
  );
}

/** Sent mail by Message-ID or by ticket, newest first; for each ticket one to a recipient. */
async function sentMails(tx: Tx, by: 'o.message_id' | 't.number', values: string[]): Promise<SentMail[]> {
  if (values.length === 0) return [];
  return tx.query<SentMail>(
    `SELECT o.ticket_id AS "ticketId", t.number, o.recipient, t.language,
            NOT EXISTS (SELECT 1 FROM outgoing_mail x
                         WHERE x.ticket_id = o.ticket_id AND x.recipient <> o.recipient) AS alone
       FROM outgoing_mail o JOIN ticket t ON t.id = o.ticket_id
      WHERE ${by} = ANY($1::text[])
      GROUP BY o.ticket_id, t.number, o.recipient, t.language
      ORDER BY max(o.created_at) DESC LIMIT 50`,
    [values],
  );
}
