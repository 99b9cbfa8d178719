import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Database, BatchLoader, portalUrl, SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { ContactProofs, formatTicketNumber, isSettled, TrackingCodes } from '#wasl/tickets';
import { type ContactFacts, readContact, readHeldAnswers, replyKey } from './contact-facts.js';
import { nearestUiLanguage } from './domain/language-order.js';
import { htmlBody, textBody } from './domain/mail-body.js';
import { centreName, neutralSubject, type NoticeFacts, type TicketNoticeFacts } from './domain/notices.js';
import type { Values } from './domain/placeholders.js';
import { renderMail } from './domain/render-template.js';
import type { TemplateKind } from './domain/template-catalogue.js';
import { fixedNotice, type NoticePurpose, wordingFor } from './domain/notice-wording.js';
import { LocalTimes } from './local-times.js';
import type { MailDraft } from './mail-draft.js';
import { MailOutbox } from './mail-outbox.service.js';
import { MessageTemplates } from './message-templates.service.js';
import { UnverifiedLimits } from './unverified-limits.service.js';
import { readOthersMerged, readReply, readTicketFacts, type TicketFacts } from './ticket-facts.js';

/** Decides which mail to the requester follows from an event, in which language, and stores it. */
@Injectable()
export class NotifyRequester {
  private readonly facts = new BatchLoader<string, TicketFacts>((ids) => readTicketFacts(this.database, ids));

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailOutbox) private readonly outbox: MailOutbox,
    @Inject(TrackingCodes) private readonly codes: TrackingCodes,
    @Inject(ContactProofs) private readonly proofs: ContactProofs,
    @Inject(UnverifiedLimits) private readonly limits: UnverifiedLimits,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(LocalTimes) private readonly times: LocalTimes,
  ) {}

  /** Idempotent. @returns the id of the mail created now, if any */
  async notify(event: DomainEvent): Promise<string | null> {
    switch (event.type) {
      case 'ticket.created':
        return this.acknowledge(event.data.ticketId);
      case 'message.added':
        return event.data.kind === 'public_reply'
          ? this.sendReply(event as DomainEvent<'message.added'>)
          : null;
      case 'tracking.code_requested':
        return event.data.channel === 'email'
          ? this.sendCode(event as DomainEvent<'tracking.code_requested'>)
          : null;
      default:
        // Resolving a ticket is announced by the reply that did it.
        return null;
    }
  }

  /** Once for each ticket, whatever the event's id; never to an automatic sender or an undeliverable address. */
  private async acknowledge(ticketId: string): Promise<string | null> {
    const ticket = await this.facts.load(ticketId);
    if (!ticket?.contact || ticket.automatic || ticket.contact.undeliverable) return null;
    return this.tell(ticket, ticket.contact, {
      eventId: `ticket-${ticketId}`,
      purpose: 'acknowledgement',
      automatic: 'auto-replied',
      messageUuid: null,
      kind: 'acknowledgement',
    });
  }

  private async sendReply(event: DomainEvent<'message.added'>): Promise<string | null> {
    const ticket = await this.facts.load(event.data.ticketId);
    if (!ticket) return null;
    const message = await readReply(this.database, event.data.messageId);
    // Two systems that answer each other would not stop.
    if (!message || (!message.byPerson && ticket.automatic)) return null;
    const tell = (facts: TicketFacts, contact: ContactFacts, eventId: string) =>
      this.tell(facts, contact, {
        eventId,
        purpose: 'reply',
        automatic: message.byPerson ? null : 'auto-generated',
        messageUuid: event.data.messageId,
        kind: isSettled(ticket.status) ? 'resolved' : 'reply',
        values: { answer: message.body },
      });
    // Requesters of merged tickets are notified under the number that they know; the sweep sends these mails.
    for (const id of await readOthersMerged(this.database, ticket.id)) {
      const other = await this.facts.load(id);
      if (other?.contact && other.contact.value !== ticket.contact?.value)
        await tell(other, other.contact, `${event.id}-${id}`);
    }
    return ticket.contact ? tell(ticket, ticket.contact, event.id) : null;
  }

  /** What follows from the state of an address. @returns the ids of the mails created now */
  async notifyContact(event: DomainEvent<'ticket.contact_changed'>): Promise<string[]> {
    return event.data.state === 'claimed' ? this.askToConfirm(event.data) : this.notifyHeldAnswers(event);
  }

  /** Once for each contact, in fixed words. */
  private async askToConfirm({
    contactId,
    ticketId,
  }: {
    contactId: string;
    ticketId: string;
  }): Promise<string[]> {
    const contact = await readContact(this.database, contactId);
    if (contact?.kind !== 'email' || contact.state !== 'claimed' || contact.undeliverable) return [];
    const ticket = await this.facts.load(ticketId);
    if (!ticket) return [];
    const id = await this.tell(ticket, contact, {
      eventId: `contact-${contactId}`,
      purpose: 'acknowledgement',
      automatic: 'auto-generated',
      messageUuid: null,
      kind: 'acknowledgement',
    });
    return id ? [id] : [];
  }

  /** Sends the replies that were held until the address was confirmed. @returns the ids of the mails created now */
  private async notifyHeldAnswers(event: DomainEvent<'ticket.contact_changed'>): Promise<string[]> {
    const { contactId, ticketId, state } = event.data;
    if (state !== 'verified') return [];
    const contact = await readContact(this.database, contactId);
    if (contact?.kind !== 'email') return [];
    const ticket = await this.facts.load(ticketId);
    if (!ticket) return [];
    const ids: (string | null)[] = [];
    for (const { messageId, body } of await readHeldAnswers(this.database, contactId)) {
      const id = await this.tell(ticket, contact, {
        eventId: event.id,
        purpose: 'reply',
        automatic: null,
        messageUuid: messageId,
        kind: 'reply',
        values: { answer: body },
      });
      ids.push(id);
    }
    return ids.filter((id) => id !== null);
  }

  private async sendCode(event: DomainEvent<'tracking.code_requested'>): Promise<string | null> {
    const ticket = await this.facts.load(event.data.ticketId);
    const { contactId } = event.data;
    const contact = contactId ? await readContact(this.database, contactId) : ticket?.contact;
    if (!ticket || !contact) return null;
    return this.tell(ticket, contact, {
      eventId: event.id,
      purpose: 'tracking_code',
      automatic: 'auto-replied',
      messageUuid: null,
      kind: 'tracking_code',
    });
  }

  /** Stores the notice, reduced to what the address may be told. */
  private async tell(ticket: TicketFacts, contact: ContactFacts, notice: Notice): Promise<string | null> {
    const wording = wordingFor(contact);
    if (wording === 'nothing') return null;
    const { kind, values, ...draft } = wording === 'fixed' ? inFixedWords(notice) : notice;
    const byMachine = draft.automatic !== null;
    if (byMachine && !(await this.limits.admit(ticket.id, contact, draft.purpose))) return null;
    const eventId =
      draft.purpose === 'reply' && draft.messageUuid
        ? replyKey(contact.id, draft.messageUuid)
        : draft.eventId;
    const { language, template } = await this.templates.find(kind, 'mail', ticket.language);
    const facts = this.factsFor(ticket, contact, language);
    const { subject, paragraphs } = renderMail(template, { ...facts, ...values });
    return this.outbox.store({
      ...draft,
      eventId,
      ticket,
      recipient: contact.value,
      fromName: facts.sender!,
      subject,
      text: textBody(paragraphs, language),
      html: htmlBody(paragraphs, language),
    });
  }

  /**
   * The values that a notice to this address may contain: with fixed text, nothing that opens or describes the
   * ticket.
   */
  factsFor(ticket: TicketFacts, contact: ContactFacts, language: string): Partial<NoticeFacts> {
    const wording = wordingFor(contact);
    if (wording === 'fixed') return this.fixedFacts(ticket, contact, language);
    const facts = this.fullFacts(ticket, language);
    return wording === 'full' ? facts : { ...facts, subject: neutralSubject(language), requesterName: null };
  }

  private fixedFacts(ticket: TicketFacts, contact: ContactFacts, language: string): Partial<NoticeFacts> {
    const { ticketNumber, sender } = this.fullFacts(ticket, language);
    return {
      ticketNumber,
      sender,
      contactLink: this.proofs.link(contact.id, nearestUiLanguage(language)),
      contactCode: this.proofs.code(contact),
    };
  }

  private fullFacts(ticket: TicketFacts, language: string): TicketNoticeFacts {
    const number = formatTicketNumber(ticket.number);
    const near = nearestUiLanguage(language);
    return {
      ticketNumber: number,
      trackingCode: this.codes.derive(ticket.number, ticket.codeSalt),
      trackLink: `${portalUrl(this.settings)}/${near}/track/${number}`,
      subject: ticket.subject,
      requesterName: ticket.requesterName,
      expectedBy: ticket.dueAt && this.times.format(ticket.dueAt, language),
      sender: (near === 'ar' ? ticket.entityAr : ticket.entityEn) ?? centreName(language),
    };
  }
}

type Notice = Pick<MailDraft, 'eventId' | 'automatic' | 'messageUuid'> & {
  purpose: NoticePurpose;
  kind: TemplateKind;
  values?: Values;
};

/** Without the reply and its attachments; automatic, so that it counts against the limits. */
function inFixedWords({ eventId, purpose }: Notice): Omit<Notice, 'purpose'> & Pick<MailDraft, 'purpose'> {
  const kind = fixedNotice(purpose);
  return { eventId, purpose: kind, kind, automatic: 'auto-generated', messageUuid: null };
}
