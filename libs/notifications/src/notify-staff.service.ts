import { Inject, Injectable } from '@nestjs/common';
import { MailAddresses } from '#wasl/channels';
import type { DomainEvent } from '#wasl/contracts';
import { isUiLanguage, uuidv7 } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { htmlBody, textBody } from './domain/mail-body.js';
import { passwordReset } from './domain/staff-notices.js';
import type { StoredHeaders } from './mail-draft.js';

/** What staff are told by mail about their own accounts. */
@Injectable()
export class NotifyStaff {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  /** An event may come again. @returns the id of the mail it caused, if it caused one now */
  async about(event: DomainEvent<'password.reset_asked'>): Promise<string | null> {
    const { linkId } = event.data;
    const [staff] = await this.database.query<{ email: string; language: string }>(
      `SELECT s.email, s.language FROM staff_link l JOIN staff s ON s.id = l.staff_id
        WHERE l.id = $1 AND l.expires_at > now() AND s.disabled_at IS NULL`,
      [linkId],
    );
    if (!staff) return null;
    const language = isUiLanguage(staff.language) ? staff.language : 'en';
    const { sender, subject, paragraphs } = passwordReset(language);
    const from = this.addresses.ofQueue('no-reply');
    const headers: StoredHeaders = {
      from: { name: sender, address: from },
      replyTo: from,
      inReplyTo: null,
      references: [],
      automatic: 'auto-generated',
      messageUuid: null,
      linkId,
    };
    const [mail] = await this.database.query<{ id: string }>(
      `INSERT INTO outgoing_mail (id, event_id, purpose, message_id, recipient, subject, body_text, body_html, headers,
         state, next_attempt_at, created_at)
       VALUES ($1, $2, 'password_reset', $3, $4, $5, $6, $7, $8, 'queued', now(), now())
       ON CONFLICT (event_id, purpose) DO NOTHING RETURNING id`,
      [
        uuidv7(),
        `link-${linkId}`,
        this.addresses.messageId('staff', linkId, 'password_reset'),
        staff.email,
        subject,
        textBody(paragraphs, language),
        htmlBody(paragraphs, language),
        JSON.stringify(headers),
      ],
    );
    return mail?.id ?? null;
  }
}
