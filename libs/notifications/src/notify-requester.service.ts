import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Database, Gathered, portalUrl, SETTINGS, type RunningSettings } from '#wasl/platform';
import { formatTicketNumber, isSettled, PublicTickets } from '#wasl/tickets';
import { nearestUiLanguage } from './domain/language-order.js';
import { htmlBody, textBody } from './domain/mail-body.js';
import { centreName, type NoticeFacts } from './domain/notices.js';
import type { Values } from './domain/placeholders.js';
import { renderMail } from './domain/render-template.js';
import type { TemplateKind } from './domain/template-catalogue.js';
import { LocalTimes } from './local-times.js';
import type { MailDraft } from './mail-draft.js';
import { MailOutbox } from './mail-outbox.service.js';
import { MessageTemplates } from './message-templates.service.js';
import { readOthersMerged, readReply, readTicketFacts, type TicketFacts } from './ticket-facts.js';

/** Decides what a requester is told of an event, in which language, and stores it as a mail. */
@Injectable()
export class NotifyRequester {
  private readonly facts = new Gathered<string, TicketFacts>((ids) => readTicketFacts(this.database, ids));

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailOutbox) private readonly outbox: MailOutbox,
    @Inject(PublicTickets) private readonly tickets: PublicTickets,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(LocalTimes) private readonly times: LocalTimes,
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
      kind: 'acknowledgement',
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
        kind: isSettled(ticket.status) ? 'resolved' : 'reply',
        values: { answer: message.body },
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
      kind: 'tracking_code',
    });
  }

  private async store(ticket: TicketFacts, { kind, values, ...draft }: Notice): Promise<string | null> {
    const { language, template } = await this.templates.find(kind, 'mail', ticket.language);
    const facts = this.factsFor(ticket, language);
    const { subject, paragraphs } = renderMail(template, { ...facts, ...values });
    return this.outbox.store({
      ...draft,
      ticket,
      recipient: ticket.recipient!,
      fromName: facts.sender,
      subject,
      text: textBody(paragraphs, language),
      html: htmlBody(paragraphs, language),
    });
  }

  factsFor(ticket: TicketFacts, language: string): NoticeFacts {
    const number = formatTicketNumber(ticket.number);
    const near = nearestUiLanguage(language);
    return {
      ticketNumber: number,
      trackingCode: this.tickets.trackingCode(ticket.number),
      trackLink: `${portalUrl(this.settings)}/${near}/track/${number}`,
      subject: ticket.subject,
      requesterName: ticket.requesterName,
      expectedBy: ticket.dueAt && this.times.format(ticket.dueAt, language),
      sender: (near === 'ar' ? ticket.entityAr : ticket.entityEn) ?? centreName(language),
    };
  }
}

type Notice = Pick<MailDraft, 'eventId' | 'purpose' | 'automatic' | 'messageUuid'> & {
  kind: TemplateKind;
  values?: Values;
};
