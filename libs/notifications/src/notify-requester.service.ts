import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { isUiLanguage, type UiLanguage } from '#wasl/kernel';
import { Database, Gathered, portalUrl, SETTINGS, type RunningSettings } from '#wasl/platform';
import { formatTicketNumber, isSettled, PublicTickets } from '#wasl/tickets';
import { htmlBody, type Paragraph, textBody } from './domain/mail-body.js';
import { acknowledgement, centreName, codeReminder, type NoticeFacts, reply } from './domain/notices.js';
import type { MailDraft } from './mail-draft.js';
import { MailOutbox } from './mail-outbox.service.js';
import { readOthersMerged, readReply, readTicketFacts, type TicketFacts } from './ticket-facts.js';

/** Decides what a requester is told of an event, in which language, and stores it as a mail. */
@Injectable()
export class NotifyRequester {
  /** kept, because making one costs as much as the rest of a notice */
  private readonly formats = new Map<UiLanguage, Intl.DateTimeFormat>();
  private readonly facts = new Gathered<string, TicketFacts>((ids) => readTicketFacts(this.database, ids));

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailOutbox) private readonly outbox: MailOutbox,
    @Inject(PublicTickets) private readonly tickets: PublicTickets,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** An event may come again. @returns the id of the mail it caused, if it caused one now */
  async about(event: DomainEvent): Promise<string | null> {
    switch (event.type) {
      case 'ticket.created':
        return this.acknowledge(event.data.ticketId);
      case 'message.added':
        return event.data.kind === 'public_reply'
          ? this.sendReply(event as DomainEvent<'message.added'>)
          : null;
      case 'tracking.code_requested':
        return this.sendCode(event as DomainEvent<'tracking.code_requested'>);
      default:
        // What resolved a ticket is told by the reply that did it.
        return null;
    }
  }

  /** Once a ticket, whatever the event's id: never to a machine, nor to where mail does not arrive. */
  private async acknowledge(ticketId: string): Promise<string | null> {
    const ticket = await this.facts.get(ticketId);
    if (!ticket?.recipient || ticket.automatic || ticket.undeliverable) return null;
    return this.store(ticket, {
      eventId: `ticket-${ticketId}`,
      purpose: 'acknowledgement',
      automatic: 'auto-replied',
      messageUuid: null,
      body: acknowledgement,
    });
  }

  private async sendReply(event: DomainEvent<'message.added'>): Promise<string | null> {
    const ticket = await this.facts.get(event.data.ticketId);
    if (!ticket) return null;
    const message = await readReply(this.database, event.data.messageId);
    if (!message) return null;
    const tell = (facts: TicketFacts, eventId: string) =>
      this.store(facts, {
        eventId,
        purpose: 'reply',
        automatic: message.byPerson ? null : 'auto-generated',
        messageUuid: event.data.messageId,
        body: (notice, language) => reply(message.body, isSettled(ticket.status), notice, language),
      });
    // Whose own ticket lives on in this one is told under the number that they know; the sweep sends it.
    for (const id of await readOthersMerged(this.database, ticket.id)) {
      const other = await this.facts.get(id);
      if (other?.recipient && other.recipient !== ticket.recipient) await tell(other, `${event.id}-${id}`);
    }
    return ticket.recipient ? tell(ticket, event.id) : null;
  }

  private async sendCode(event: DomainEvent<'tracking.code_requested'>): Promise<string | null> {
    const ticket = await this.facts.get(event.data.ticketId);
    if (!ticket?.recipient) return null;
    return this.store(ticket, {
      eventId: event.id,
      purpose: 'tracking_code',
      automatic: 'auto-replied',
      messageUuid: null,
      body: codeReminder,
    });
  }

  private store(ticket: TicketFacts, notice: Notice): Promise<string | null> {
    const language = this.languageOf(ticket);
    const facts = this.factsFor(ticket, language);
    const paragraphs = notice.body(facts, language);
    const { body: _body, ...rest } = notice;
    return this.outbox.store({
      ...rest,
      ticket,
      recipient: ticket.recipient!,
      fromName: facts.sender,
      subject: ticket.subject,
      text: textBody(paragraphs, language),
      html: htmlBody(paragraphs, language),
    });
  }

  /** Notices exist in Arabic and English; for other languages, in the country's first of the two. */
  languageOf(ticket: TicketFacts): UiLanguage {
    if (isUiLanguage(ticket.language)) return ticket.language;
    return this.country.languages.find(isUiLanguage) ?? 'en';
  }

  factsFor(ticket: TicketFacts, language: UiLanguage): NoticeFacts {
    const number = formatTicketNumber(ticket.number);
    return {
      number,
      subject: ticket.subject,
      trackUrl: `${portalUrl(this.settings)}/${language}/track/${number}`,
      trackingCode: this.tickets.trackingCode(ticket.number),
      expectedBy: ticket.dueAt && this.localTime(ticket.dueAt, language),
      sender: (language === 'ar' ? ticket.entityAr : ticket.entityEn) ?? centreName(language),
    };
  }

  private localTime(at: Date, language: UiLanguage): string {
    let format = this.formats.get(language);
    if (!format) this.formats.set(language, (format = this.formatFor(language)));
    return format.format(at);
  }

  private formatFor(language: UiLanguage): Intl.DateTimeFormat {
    const region = this.country.code.toUpperCase();
    const digits = language === 'ar' && !this.country.latinDigits ? 'arab' : 'latn';
    const locale = language === 'ar' ? `ar-${region}-u-nu-${digits}` : 'en-GB';
    return new Intl.DateTimeFormat(locale, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: this.country.zones[0]!,
    });
  }
}

type Notice = Pick<MailDraft, 'eventId' | 'purpose' | 'automatic' | 'messageUuid'> & {
  body(facts: NoticeFacts, language: UiLanguage): Paragraph[];
};
