import { Inject, Injectable } from '@nestjs/common';
import { isUnansweredAddress, TextGateway } from '#wasl/channels';
import type { DomainEvent } from '#wasl/contracts';
import { canReceiveTexts } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { type Address, identifyingAddressSql } from '#wasl/requesters';
import { centreName, CODE_PLACEHOLDER } from './domain/notices.js';
import type { ContactStanding } from './domain/notice-wording.js';
import { renderMail, renderText } from './domain/render-template.js';
import { MailWithoutTicket } from './mail-without-ticket.service.js';
import { MessageTemplates } from './message-templates.service.js';
import type { StoredNotices } from './notify-followers.service.js';
import { TextOutbox } from './text-outbox.service.js';
import { UnverifiedLimits } from './unverified-limits.service.js';

interface AskedCode extends Address, ContactStanding {
  id: string;
  language: UiLanguage;
}

/**
 * Sends the one-time code of somebody who signs in on the portal, to an address that we know: one that wrote to us, was
 * confirmed, or is named by a ticket. An address that is not confirmed gets few, because a stranger may have typed it.
 */
@Injectable()
export class NotifySignInCode {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(MailWithoutTicket) private readonly mail: MailWithoutTicket,
    @Inject(TextOutbox) private readonly texts: TextOutbox,
    @Inject(TextGateway) private readonly gateway: TextGateway,
    @Inject(UnverifiedLimits) private readonly limits: UnverifiedLimits,
  ) {}

  /** Idempotent. @returns the ids of what was stored now */
  async notify(event: DomainEvent): Promise<StoredNotices> {
    const stored: StoredNotices = { mails: [], texts: [] };
    if (event.type !== 'requester.code_asked') return stored;
    const code = await this.read((event as DomainEvent<'requester.code_asked'>).data.codeId);
    if (!code || !(await this.limits.admitCode(code))) return stored;
    const id = await (code.kind === 'email' ? this.byMail(code) : this.byText(code));
    if (id) stored[code.kind === 'email' ? 'mails' : 'texts'].push(id);
    return stored;
  }

  private async byMail(code: AskedCode): Promise<string | null> {
    if (isUnansweredAddress(code.value)) return null;
    const { language, template } = await this.templates.find('sign_in_code', 'mail', code.language);
    const sender = centreName(language);
    return this.mail.store({
      eventId: `sign-in-${code.id}`,
      purpose: 'sign_in_code',
      recipient: code.value,
      fromName: sender,
      ...renderMail(template, { signInCode: CODE_PLACEHOLDER, sender }),
      language,
      codeId: code.id,
    });
  }

  private async byText(code: AskedCode): Promise<string | null> {
    if (!this.gateway.isConfigured || !canReceiveTexts(code.value)) return null;
    const { language, template } = await this.templates.find('sign_in_code', 'text', code.language);
    const values = { signInCode: CODE_PLACEHOLDER, sender: centreName(language) };
    return this.texts.store({
      eventId: `sign-in-${code.id}`,
      purpose: 'sign_in_code',
      ticket: null,
      medium: 'sms',
      recipient: code.value,
      body: renderText(template.body, values, language),
      codeId: code.id,
    });
  }

  /** @returns null when it has expired, or the address is unknown, refused everywhere, or wants nothing from us */
  private async read(codeId: string): Promise<AskedCode | null> {
    const [code] = await this.database.query<AskedCode>(
      `SELECT k.id, k.kind, k.value, k.language, known.state, known.origin FROM requester_code k
        CROSS JOIN LATERAL (
          SELECT a.state, a.origin FROM requester_address a
           WHERE a.kind = k.kind AND a.value = k.value AND ${identifyingAddressSql('a')}
          UNION ALL
          SELECT c.state, c.origin FROM ticket_contact c
           WHERE c.kind = k.kind AND c.value = k.value AND c.role = 'requester' AND c.state <> 'refused'
          -- the best that is known of it, which decides how many it may get: verified before claimed, sender before given
          ORDER BY 1 DESC, 2 DESC LIMIT 1) AS known
        WHERE k.id = $1 AND k.expires_at > now()
          AND NOT EXISTS (SELECT 1 FROM address_reach r WHERE r.kind = k.kind AND r.value = k.value
                             AND (r.mail_stopped_at IS NOT NULL OR r.texts_stopped_at IS NOT NULL))`,
      [codeId],
    );
    return code ?? null;
  }
}
