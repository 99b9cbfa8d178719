import { Inject, Injectable } from '@nestjs/common';
import { TextGateway } from '#wasl/channels';
import type { DomainEvent } from '#wasl/contracts';
import { canReceiveTexts } from '#wasl/country';
import { Database } from '#wasl/platform';
import { isSettled } from '#wasl/tickets';
import { readHeldAnswers, replyKey } from './contact-facts.js';
import { centreName } from './domain/notices.js';
import type { Values } from './domain/placeholders.js';
import { renderText } from './domain/render-template.js';
import { shortenAnswer } from './domain/shorten-answer.js';
import type { TemplateKind } from './domain/template-catalogue.js';
import { textMediumFor } from './domain/text-recipient.js';
import { fixedNotice, type NoticePurpose, wordingFor } from './domain/notice-wording.js';
import { MessageTemplates } from './message-templates.service.js';
import { NotifyRequester } from './notify-requester.service.js';
import { readKeyword, readTextReachability } from './text-facts.js';
import { TextOutbox } from './text-outbox.service.js';
import { readOthersMerged, readReply, readTicketFacts } from './ticket-facts.js';
import { UnverifiedLimits } from './unverified-limits.service.js';

type Medium = 'sms' | 'whatsapp';

/** One notice to be sent by text. */
interface TextNotice {
  ticketId: string;
  /** a contact of the ticket, where it must be that one */
  contactId?: string;
  eventId: string;
  purpose: NoticePurpose;
  kind: TemplateKind;
  /** of a reply */
  messageId?: string;
  /** values in addition to those of the ticket */
  values?(medium: Medium, language: string): Values;
}

/** Decides which SMS or WhatsApp notices follow from an event, and stores them; only where a gateway is configured. */
@Injectable()
export class NotifyByText {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TextGateway) private readonly gateway: TextGateway,
    @Inject(TextOutbox) private readonly outbox: TextOutbox,
    @Inject(NotifyRequester) private readonly notices: NotifyRequester,
    @Inject(MessageTemplates) private readonly templates: MessageTemplates,
    @Inject(UnverifiedLimits) private readonly limits: UnverifiedLimits,
  ) {}

  /** Idempotent. @returns the ids of the texts created now */
  async notify(event: DomainEvent): Promise<string[]> {
    if (!this.gateway.isConfigured) return [];
    const ids = await this.store(event);
    return ids.filter((id) => id !== null);
  }

  private async store(event: DomainEvent): Promise<(string | null)[]> {
    switch (event.type) {
      case 'ticket.created': {
        const { ticketId } = event.data;
        const eventId = `ticket-${ticketId}`;
        return [
          await this.storeNotice({ ticketId, eventId, purpose: 'acknowledgement', kind: 'acknowledgement' }),
        ];
      }
      case 'message.added':
        return event.data.kind === 'public_reply' ? this.reply(event as DomainEvent<'message.added'>) : [];
      case 'tracking.code_requested': {
        const { ticketId, channel, contactId } = event.data;
        if (channel !== 'phone') return [];
        const notice = { purpose: 'tracking_code', kind: 'tracking_code' } as const;
        return [await this.storeNotice({ ticketId, contactId, eventId: event.id, ...notice })];
      }
      case 'ticket.contact_changed':
        return this.heldAnswers(event as DomainEvent<'ticket.contact_changed'>);
      case 'text.keyword':
        return [await this.confirm(event as DomainEvent<'text.keyword'>)];
      default:
        return [];
    }
  }

  private async reply(event: DomainEvent<'message.added'>): Promise<(string | null)[]> {
    const { ticketId, messageId } = event.data;
    const message = await readReply(this.database, messageId);
    if (!message) return [];
    const ticket = (await readTicketFacts(this.database, [ticketId])).get(ticketId)!;
    const notice = {
      purpose: 'reply' as const,
      messageId,
      kind: isSettled(ticket.status) ? ('resolved' as const) : ('reply' as const),
      values: (medium: Medium, language: string) => shortenAnswer(message.body, medium, language),
    };
    const ids = [await this.storeNotice({ ticketId, eventId: event.id, ...notice })];
    // Requesters of merged tickets are notified under the number that they know.
    for (const id of await readOthersMerged(this.database, ticketId))
      ids.push(await this.storeNotice({ ticketId: id, eventId: `${event.id}-${id}`, ...notice }));
    return ids;
  }

  /** Sends the replies that were held until the number was confirmed. */
  private async heldAnswers({
    id: eventId,
    data,
  }: DomainEvent<'ticket.contact_changed'>): Promise<(string | null)[]> {
    const { ticketId, contactId, state } = data;
    if (state !== 'verified') return [];
    const ids: (string | null)[] = [];
    for (const { messageId, body } of await readHeldAnswers(this.database, contactId)) {
      const values = (medium: Medium, language: string) => shortenAnswer(body, medium, language);
      const notice = { purpose: 'reply', kind: 'reply', messageId, values } as const;
      ids.push(await this.storeNotice({ ticketId, contactId, eventId, ...notice }));
    }
    return ids;
  }

  /** Stores the notice, reduced to what the number may be told. */
  private async storeNotice({ ticketId, contactId, eventId, ...notice }: TextNotice): Promise<string | null> {
    const reach = await readTextReachability(this.database, ticketId, contactId);
    const medium = reach && textMediumFor(notice.purpose, reach, reach.now, canReceiveTexts);
    const wording = reach?.contact ? wordingFor(reach.contact) : 'nothing';
    if (!medium || wording === 'nothing') return null;
    const contact = reach.contact!;
    const fixed = wording === 'fixed' ? fixedNotice(notice.purpose) : null;
    const purpose = fixed ?? notice.purpose;
    const byPerson = purpose === 'reply';
    if (!byPerson && !(await this.limits.admit(ticketId, contact, purpose))) return null;
    const ticket = (await readTicketFacts(this.database, [ticketId])).get(ticketId)!;
    const { language, template } = await this.templates.find(fixed ?? notice.kind, 'text', ticket.language);
    const facts = this.notices.factsFor(ticket, contact, language);
    const known = fixed ? facts : { ...facts, ...notice.values?.(medium, language) };
    const body = renderText(template.body, known, language);
    const key = byPerson && notice.messageId ? replyKey(contact.id, notice.messageId) : eventId;
    return this.outbox.store({ eventId: key, purpose, ticket, medium, recipient: contact.value, body });
  }

  /** In the requester's language when a template exists, else in the language of the keyword. */
  private async confirm(event: DomainEvent<'text.keyword'>): Promise<string | null> {
    const text = await readKeyword(this.database, event.data.inboundTextId);
    if (!text) return null;
    const written = /\p{Script=Arabic}/u.test(text.words) ? 'ar' : 'en';
    const kind = event.data.keyword === 'stop' ? 'texts_stopped' : 'texts_resumed';
    const { language, template } = await this.templates.find(kind, 'text', text.language ?? written, written);
    return this.outbox.store({
      eventId: event.id,
      purpose: 'keyword',
      ticket: null,
      medium: text.medium,
      recipient: text.sender,
      body: renderText(template.body, { sender: centreName(language) }, language),
    });
  }
}
