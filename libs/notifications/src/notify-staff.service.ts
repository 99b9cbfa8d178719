import { Inject, Injectable } from '@nestjs/common';
import { type DomainEvent, rolesWith } from '#wasl/contracts';
import { Database } from '#wasl/platform';
import { nearestUiLanguage } from './domain/language-order.js';
import { renderMail } from './domain/render-template.js';
import {
  LINK_PLACEHOLDER,
  SECURITY_CHANGE_TEXTS,
  STAFF_SENDER,
  WEBHOOK_FAULT_TEXTS,
} from './domain/staff-notices.js';
import { MessageTemplates } from './message-templates.service.js';
import { MailWithoutTicket } from './mail-without-ticket.service.js';

const STAFF_EVENTS = ['password.reset_asked', 'account.security_changed', 'webhook.disabled'] as const;
type StaffEvent = (typeof STAFF_EVENTS)[number];

export const isStaffEvent = (event: DomainEvent): event is DomainEvent<StaffEvent> =>
  (STAFF_EVENTS as readonly string[]).includes(event.type);

/** Mail to staff: about their own accounts, and to administrators about what needs them. */
@Injectable()
export class NotifyStaff {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(MailWithoutTicket) private readonly mail: MailWithoutTicket,
  ) {}

  /** Idempotent. @returns the ids of the mails created now */
  async notify(event: DomainEvent<StaffEvent>): Promise<string[]> {
    if (event.type === 'webhook.disabled') return this.sendWebhookAlerts(event);
    const id =
      event.type === 'password.reset_asked'
        ? await this.sendLink(event.data.linkId)
        : await this.sendSecurityNotice(event as DomainEvent<'account.security_changed'>);
    return id ? [id] : [];
  }

  private async sendLink(linkId: string): Promise<string | null> {
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
      ...renderMail(template, { passwordLink: LINK_PLACEHOLDER }),
      language,
      linkId,
    });
  }

  /** Always sent to the address of the account, so that an attacker who took it over cannot suppress it. */
  private async sendSecurityNotice({
    id,
    data,
  }: DomainEvent<'account.security_changed'>): Promise<string | null> {
    const [staff] = await this.database.query<{ email: string; language: string }>(
      'SELECT email, language FROM staff WHERE id = $1 AND disabled_at IS NULL',
      [data.staffId],
    );
    if (!staff) return null;
    const { language, template } = await this.templates.find('security_notice', 'mail', staff.language, 'en');
    const shown = nearestUiLanguage(language);
    return this.mail.store({
      eventId: `security-${id}`,
      purpose: 'security_notice',
      recipient: staff.email,
      fromName: STAFF_SENDER[shown],
      ...renderMail(template, { securityChange: SECURITY_CHANGE_TEXTS[data.change][shown] }),
      language,
    });
  }

  /** To everybody who may enable it again. */
  private async sendWebhookAlerts({ id, data }: DomainEvent<'webhook.disabled'>): Promise<string[]> {
    const staff = await this.database.query<{ id: string; email: string; language: string; url: string }>(
      `SELECT s.id, s.email, s.language, w.url FROM staff s JOIN webhook w ON w.id = $1
        WHERE s.disabled_at IS NULL AND s.role = ANY ($2) ORDER BY s.id`,
      [data.webhookId, rolesWith('admin.webhooks')],
    );
    const mails: (string | null)[] = [];
    for (const one of staff) {
      const { language, template } = await this.templates.find(
        'webhook_disabled',
        'mail',
        one.language,
        'en',
      );
      const shown = nearestUiLanguage(language);
      const words = {
        webhookReceiver: new URL(one.url).host,
        webhookFault: WEBHOOK_FAULT_TEXTS[data.because][shown],
      };
      mails.push(
        await this.mail.store({
          eventId: `webhook-${id}-${one.id}`,
          purpose: 'webhook_disabled',
          recipient: one.email,
          fromName: STAFF_SENDER[shown],
          ...renderMail(template, words),
          language,
        }),
      );
    }
    return mails.filter((mail) => mail !== null);
  }
}
