import { Inject, Injectable } from '@nestjs/common';
import { MailAddresses, oneLine } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { Database, type Tx } from '#wasl/platform';
import { htmlBody, type Paragraph, textBody } from './domain/mail-body.js';
import type { StoredHeaders } from './mail-draft.js';

/** A mail about no ticket: to staff, or to somebody who signs in on the portal. */
export interface MailWithoutTicketDraft {
  /** idempotency key, together with the purpose */
  eventId: string;
  purpose: 'password_reset' | 'security_notice' | 'webhook_disabled' | 'template_test' | 'sign_in_code';
  recipient: string;
  fromName: string;
  subject: string;
  paragraphs: Paragraph[];
  language: string;
  /** a link to set a password, inserted when the mail is sent */
  linkId?: string;
  /** a one-time code, inserted when the mail is sent */
  codeId?: string;
}

/** Stores mail about no ticket in the common outbox. */
@Injectable()
export class MailWithoutTicket {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  /** @returns the mail's id; null when it exists already */
  async store(draft: MailWithoutTicketDraft, db: Pick<Tx, 'query'> = this.database): Promise<string | null> {
    const { paragraphs, language } = draft;
    const [mail] = await db.query<{ id: string }>(
      `INSERT INTO outgoing_mail (id, event_id, purpose, message_id, recipient, subject, body_text, body_html, headers,
         state, next_attempt_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', now(), now())
       ON CONFLICT (event_id, purpose) DO NOTHING RETURNING id`,
      [
        uuidv7(),
        draft.eventId,
        draft.purpose,
        this.addresses.messageId('staff', draft.eventId, draft.purpose),
        draft.recipient,
        oneLine(draft.subject),
        textBody(paragraphs, language),
        htmlBody(paragraphs, language),
        JSON.stringify(this.headersOf(draft)),
      ],
    );
    return mail?.id ?? null;
  }

  private headersOf({ fromName, linkId, codeId }: MailWithoutTicketDraft): StoredHeaders {
    const from = this.addresses.queueAddress('no-reply');
    return {
      from: { name: oneLine(fromName, 120), address: from },
      replyTo: from,
      inReplyTo: null,
      references: [],
      automatic: 'auto-generated',
      messageUuid: null,
      ...(linkId && { linkId }),
      ...(codeId && { codeId }),
    };
  }
}
