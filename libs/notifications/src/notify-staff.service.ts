import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Database } from '#wasl/platform';
import { nearestUiLanguage } from './domain/language-order.js';
import { renderMail } from './domain/render-template.js';
import { LINK_PLACE, STAFF_SENDER } from './domain/staff-notices.js';
import { MessageTemplates } from './message-templates.service.js';
import { StaffMail } from './staff-mail.service.js';

/** What staff are told by mail about their own accounts. */
@Injectable()
export class NotifyStaff {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(StaffMail) private readonly mail: StaffMail,
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
    const { language, template } = await this.templates.find('password_reset', 'mail', staff.language, 'en');
    return this.mail.store({
      eventId: `link-${linkId}`,
      purpose: 'password_reset',
      recipient: staff.email,
      fromName: STAFF_SENDER[nearestUiLanguage(language)],
      ...renderMail(template, { passwordLink: LINK_PLACE }),
      language,
      linkId,
    });
  }
}
