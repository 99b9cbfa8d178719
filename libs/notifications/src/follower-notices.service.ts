import { Inject, Injectable } from '@nestjs/common';
import { MailAddresses, oneLine, ReportLinks, taggedSubject, TextGateway } from '#wasl/channels';
import { canReceiveTexts } from '#wasl/country';
import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import { htmlBody, textBody } from './domain/mail-body.js';
import { stageWords } from './domain/notices.js';
import type { Values } from './domain/placeholders.js';
import { renderMail, renderText } from './domain/render-template.js';
import type { Follower } from './follower-rows.js';
import type { StoredHeaders } from './mail-draft.js';
import { MessageTemplates } from './message-templates.service.js';
import { TextOutbox } from './text-outbox.service.js';

/** Limits on mails about followed reports to one address, per hour and per day. */
const MAX_MAILS_PER_HOUR = 6;
const MAX_MAILS_PER_DAY = 20;

/** A rendered notice to a follower. */
export type FollowerNotice = { subject: string; text: string; html: string } | { body: string };

export interface FollowerDraft {
  follower: Follower;
  notice: FollowerNotice;
  /** idempotency key, together with the purpose */
  eventId: string;
  purpose: 'follow_confirm' | 'follow_stage';
}

/**
 * Renders and stores notices to followers. They concern a ticket but are not part of it: thread, signed address and
 * list of mails belong to its requester.
 */
@Injectable()
export class FollowerNotices {
  constructor(
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(ReportLinks) private readonly links: ReportLinks,
    @Inject(TextGateway) private readonly gateway: TextGateway,
    @Inject(TextOutbox) private readonly texts: TextOutbox,
  ) {}

  /** @returns null when nothing can be sent to the address */
  async compose(
    kind: 'report_confirm' | 'report_stage',
    follower: Follower,
    links: Values,
  ): Promise<FollowerNotice | null> {
    const byText = follower.kind === 'phone';
    if (byText && (!this.gateway.isConfigured || follower.textsStopped || !canReceiveTexts(follower.address)))
      return null;
    const { language, template } = await this.templates.find(
      kind,
      byText ? 'text' : 'mail',
      follower.language,
    );
    const arabic = language === 'ar';
    const values: Values = {
      ticketNumber: formatTicketNumber(follower.number),
      reportService: arabic ? follower.serviceAr : follower.serviceEn,
      reportStage: stageWords(follower.stage, language),
      sender: arabic ? follower.entityAr : follower.entityEn,
      ...links,
    };
    if (byText) return { body: renderText(template.body, values, language) };
    const { subject, paragraphs } = renderMail(template, values);
    return { subject, text: textBody(paragraphs, language), html: htmlBody(paragraphs, language) };
  }

  /** @returns its id; null when it exists already, or its address is over the limit */
  async store(
    tx: Tx,
    draft: Omit<FollowerDraft, 'notice'> & { notice: FollowerNotice | null },
  ): Promise<string | null> {
    const { follower, notice, eventId, purpose } = draft;
    if (!notice) return null;
    if ('body' in notice) {
      return this.texts.storeIn(tx, {
        eventId,
        purpose: 'follower',
        ticket: null,
        medium: 'sms',
        recipient: follower.address,
        body: notice.body,
        followerId: follower.id,
      });
    }
    return (await exceedsMailLimits(tx, follower.address))
      ? null
      : this.insert(tx, follower, notice, eventId, purpose);
  }

  private async insert(
    tx: Tx,
    follower: Follower,
    notice: { subject: string; text: string; html: string },
    eventId: string,
    purpose: FollowerDraft['purpose'],
  ): Promise<string | null> {
    const [mail] = await tx.query<{ id: string }>(
      `INSERT INTO outgoing_mail (id, event_id, purpose, message_id, recipient, subject, body_text, body_html, headers,
         state, next_attempt_at, created_at, follower_id)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', now(), $10, id FROM report_follower WHERE id = $11
       ON CONFLICT (event_id, purpose) DO NOTHING RETURNING id`,
      [
        uuidv7(),
        eventId,
        purpose,
        this.addresses.messageId('follower', eventId, purpose),
        follower.address,
        taggedSubject(formatTicketNumber(follower.number), notice.subject),
        notice.text,
        notice.html,
        JSON.stringify(this.headersOf(follower, purpose)),
        tx.now,
        follower.id,
      ],
    );
    return mail?.id ?? null;
  }

  private headersOf(follower: Follower, purpose: FollowerDraft['purpose']): StoredHeaders {
    const from = this.addresses.queueAddress('no-reply');
    const sender = follower.language === 'ar' ? follower.entityAr : follower.entityEn;
    return {
      from: { name: oneLine(sender, 120), address: from },
      replyTo: from,
      // Bounces are processed there and remove the follower.
      bounceTo: this.addresses.queueAddress('postmaster'),
      inReplyTo: null,
      references: [],
      automatic: 'auto-generated',
      messageUuid: null,
      ...(purpose === 'follow_stage' && {
        unsubscribe: this.links.follower('stop', follower.id, follower.language),
      }),
    };
  }
}

/** Counted under a lock on the address, so that concurrent notices stay within the limits together. */
async function exceedsMailLimits(tx: Tx, recipient: string): Promise<boolean> {
  tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7246))', [recipient]);
  const [sent] = await tx.query<{ hour: number; day: number }>(
    `SELECT count(*) FILTER (WHERE created_at > $2::timestamptz - interval '1 hour')::int AS hour, count(*)::int AS day
       FROM outgoing_mail
      WHERE recipient = $1 AND created_at > $2::timestamptz - interval '1 day' AND purpose LIKE 'follow\\_%'`,
    [recipient, tx.now],
  );
  return sent!.hour >= MAX_MAILS_PER_HOUR || sent!.day >= MAX_MAILS_PER_DAY;
}
