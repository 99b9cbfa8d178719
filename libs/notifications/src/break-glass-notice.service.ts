import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Database } from '#wasl/platform';
import { nearestUiLanguage } from './domain/language-order.js';
import { breakGlassNotice, STAFF_SENDER } from './domain/staff-notices.js';
import { MailWithoutTicket } from './mail-without-ticket.service.js';

/** Tells every administrator, and the account itself, that the account for emergencies was signed in to. */
@Injectable()
export class BreakGlassNotice {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailWithoutTicket) private readonly mail: MailWithoutTicket,
  ) {}

  /** Idempotent. @returns the ids of the mails created now */
  async send({ id, at, data }: DomainEvent<'account.break_glass_used'>): Promise<string[]> {
    const recipients = await this.database.query<{ id: string; email: string; language: string }>(
      `SELECT id, email, language FROM staff
        WHERE disabled_at IS NULL AND (role = 'administrator' OR id = $1) ORDER BY id LIMIT 200`,
      [data.staffId],
    );
    const made: string[] = [];
    for (const recipient of recipients) {
      const language = nearestUiLanguage(recipient.language);
      const mailId = await this.mail.store({
        eventId: `break-glass-${id}-${recipient.id}`,
        purpose: 'security_notice',
        recipient: recipient.email,
        fromName: STAFF_SENDER[language],
        ...breakGlassNotice(language, at),
        language,
      });
      if (mailId) made.push(mailId);
    }
    return made;
  }
}
