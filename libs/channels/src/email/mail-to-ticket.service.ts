import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { clearUndeliverable, nameIfUnnamed, resumeMail } from '#wasl/requesters';
import {
  Attachments,
  withAttribution,
  contactAt,
  formatTicketNumber,
  HeldMessages,
  Messages,
  OpenTicket,
  parseTicketNumber,
  type StoredFile,
  TicketContacts,
} from '#wasl/tickets';
import { replacementMessageId } from './domain/mail-identity.js';
import { detectLanguage } from './domain/detect-language.js';
import { noTextOf } from './domain/no-text.js';
import { otherReplyTo } from './domain/reply-to.js';
import { noSubject, tagsIn, stripTags } from './domain/subject.js';
import { joinModeFor, ticketOf } from './domain/threading.js';
import { type Destination, MailAddresses } from './mail-addresses.service.js';
import { type BurstTicket, MailBursts } from './mail-bursts.service.js';
import { burstNote, followUpNote, replyToNote } from './ticket-notes.js';
import { type Delivery, type InboundMail, type ReceiveResult, recordAccepted } from './mail-record.js';
import type { IncomingMail } from './read-mail.js';
import {
  inRequestedOrder,
  type KnownTicket,
  type ThreadLookupKeys,
  type ThreadFacts,
} from './thread-lookup.js';

/** The destination of a mail: a queue, and the tickets whose signed addresses were used. */
export interface Destinations {
  queueKey: string;
  signed: string[];
  signedAddresses: Destination[];
}

export interface MailPlacement {
  delivery: Delivery;
  origin: InboundMail;
  to: Destinations;
  facts: ThreadFacts;
  files: StoredFile[];
}

/** Turns a mail into a message on its ticket, or into a new ticket. */
@Injectable()
export class MailToTicket {
  constructor(
    @Inject(OpenTicket) private readonly openTicket: OpenTicket,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(MailBursts) private readonly bursts: MailBursts,
    @Inject(TicketContacts) private readonly contacts: TicketContacts,
    @Inject(HeldMessages) private readonly held: HeldMessages,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Done before the transaction, so that no lock is held during disk access. */
  async storeFiles(mail: IncomingMail): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (const file of mail.attachments) files.push(await this.attachments.store(file));
    return files;
  }

  /** The keys to look up for a mail. */
  lookupKeys(
    { mail, fingerprints }: Pick<InboundMail, 'mail' | 'fingerprints'>,
    to: Destinations,
  ): ThreadLookupKeys {
    const named = tagsIn(mail.subject)
      .map(parseTicketNumber)
      .filter((number) => number !== null);
    return {
      messageIds: [mail.messageId, replacementMessageId(mail.messageId, fingerprints.current)],
      sender: mail.oneAuthor ? mail.from.address : null,
      references: mail.references,
      numbers: [...new Set([...to.signed, ...named])],
    };
  }

  async place(tx: Tx, placing: MailPlacement): Promise<ReceiveResult> {
    const { origin, facts } = placing;
    const ticket = await this.withProvedAddress(tx, placing, this.ticketFor(placing));
    const as = ticket && joinModeFor(ticket, origin.automatic);
    if (ticket && as === 'held') return this.hold(tx, placing, ticket);
    if (facts.undeliverable) await this.reachedAgain(tx, origin.mail.from.address);
    if (!ticket) return this.openOrFold(tx, placing, null);
    if (as === 'note') return this.note(tx, placing, ticket);
    if (as === 'follow_up') return this.openOrFold(tx, placing, ticket);
    try {
      return await this.join(tx, placing, ticket);
    } catch (error) {
      // Closed since it was read; nothing has been written yet.
      if (error instanceof DomainError && error.code === 'tracking.cannot_reply')
        return this.openOrFold(tx, placing, ticket);
      throw error;
    }
  }

  /**
   * A reply from the address to which we gave the signed one proves that the address is theirs, and makes them a
   * participant. An automatic reply does not.
   */
  private async withProvedAddress(
    tx: Tx,
    placing: MailPlacement,
    ticket: KnownTicket | null,
  ): Promise<KnownTicket | null> {
    const { mail, automatic } = placing.origin;
    if (!ticket || automatic || !mail.oneAuthor) return ticket;
    const address = { kind: 'email', value: mail.from.address } as const;
    const isReply = placing.to.signedAddresses.some(
      (one) => one.ticket === ticket.number && this.addresses.wasIssuedTo(address.value, one),
    );
    if (!isReply) return ticket;
    const contact = await contactAt(tx, ticket.id, address);
    if (!contact || contact.state === 'refused') return ticket;
    if (placing.facts.stopped) resumeMail(tx, address.value);
    if (contact.state === 'claimed')
      await this.contacts.proveAddress(tx, ticket.id, address, 'proved_by_reply');
    return { ...ticket, participates: true };
  }

  private ticketFor({ origin, to, facts }: MailPlacement): KnownTicket | null {
    const { mail } = origin;
    const named = this.lookupKeys(origin, to).numbers.filter((number) => !to.signed.includes(number));
    return ticketOf({
      referenced: inRequestedOrder(mail.references, facts.threads, (thread) => thread.messageId),
      signed: inRequestedOrder(to.signed, facts.tickets, (ticket) => ticket.number),
      named: inRequestedOrder([...named, ...to.signed], facts.tickets, (ticket) => ticket.number),
    });
  }

  private async join(tx: Tx, placing: MailPlacement, ticket: KnownTicket): Promise<ReceiveResult> {
    const body = bodyFor(placing, ticket, this.languageOf(placing.origin.mail));
    const { facts, origin } = placing;
    if (facts.senderId === ticket.requesterId) nameIfUnnamed(tx, ticket.requesterId, origin.mail.from.name);
    const joined = await this.messages.byRequester(tx, ticket.id, { body, channel: 'email' });
    await this.settle(tx, placing, joined.ticket.id, joined.id);
    return { outcome: 'joined', ticketId: joined.ticket.id };
  }

  private async note(tx: Tx, placing: MailPlacement, ticket: KnownTicket): Promise<ReceiveResult> {
    const noted = await this.messages.bySystem(
      tx,
      ticket.id,
      `${placing.origin.mail.subject}\n\n${bodyFor(placing, ticket, this.languageOf(placing.origin.mail))}`.trim(),
    );
    await this.settle(tx, placing, noted.ticket.id, noted.id);
    return { outcome: 'joined', ticketId: noted.ticket.id };
  }

  /** A stranger's message to the signed address is held for staff; nobody else sees it. */
  private async hold(tx: Tx, placing: MailPlacement, ticket: KnownTicket): Promise<ReceiveResult> {
    const { mail } = placing.origin;
    const noted = await this.held.hold(tx, ticket.id, {
      body: `${mail.subject}\n\n${mail.text || noTextOf(this.languageOf(mail), mail)}`.trim(),
      channel: 'email',
      sender: mail.from,
      reason: 'not_participant',
    });
    await this.settle(tx, placing, noted.ticket.id, noted.id);
    return { outcome: 'held', ticketId: noted.ticket.id };
  }

  private async settle(
    tx: Tx,
    { delivery, origin, files }: MailPlacement,
    ticketId: string,
    messageUuid: string,
  ) {
    await recordAccepted(tx, delivery, origin, { ticketId, messageUuid });
    await this.attachments.attach(tx, files, { ticketId, messageId: messageUuid });
  }

  /**
   * Mails of one sender beyond a number of tickets an hour become messages of one of them, so that they flood neither
   * the queue nor the sender.
   * @param follows the closed ticket that a new one would continue
   */
  private async openOrFold(
    tx: Tx,
    placing: MailPlacement,
    follows: KnownTicket | null,
  ): Promise<ReceiveResult> {
    const sender = placing.origin.mail.from.address;
    const ticket = await this.bursts.ticketFor(tx, sender);
    return ticket ? this.fold(tx, placing, ticket) : this.open(tx, placing, follows);
  }

  private async fold(tx: Tx, placing: MailPlacement, ticket: BurstTicket): Promise<ReceiveResult> {
    const { delivery, origin, files } = placing;
    const { mail } = origin;
    if (ticket.first) await this.messages.bySystem(tx, ticket.id, burstNote(ticket, mail.from.address));
    const body = `${mail.subject}\n\n${mail.text}`.trim() || '—';
    const folded = origin.automatic
      ? await this.messages.bySystem(tx, ticket.id, body)
      : await this.messages.byRequester(tx, ticket.id, { body, channel: 'email' });
    const place = { ticketId: folded.ticket.id, messageUuid: folded.id };
    await recordAccepted(tx, delivery, origin, { ...place, burst: true });
    await this.attachments.attach(tx, files, { ticketId: place.ticketId, messageId: folded.id });
    return { outcome: 'joined', ticketId: place.ticketId };
  }

  /** @param follows the closed ticket that the new one continues */
  private async open(tx: Tx, placing: MailPlacement, follows: KnownTicket | null): Promise<ReceiveResult> {
    const { delivery, origin, to, files, facts } = placing;
    const { mail } = origin;
    const language = this.languageOf(mail);
    const isTicket = (text: string) => facts.tickets.some(({ number }) => number === parseTicketNumber(text));
    const subject = stripTags(mail.subject, isTicket) || noSubject(language);
    let ticketId = '';
    await this.openTicket.openWithin(
      tx,
      {
        subject,
        description: mail.text || noTextOf(language, mail),
        queue: to.queueKey,
        channel: 'email',
        language,
        requester: { email: mail.from.address, name: mail.from.name },
        provenance: 'sender',
        tags: follows ? [followUpTag(follows)] : [],
      },
      {
        onOpened: async (tx, ticket) => {
          ticketId = ticket.id;
          // What is stored with the opening mail decides whether it is acknowledged.
          const opening = { ...origin, automatic: origin.unanswered };
          await recordAccepted(tx, delivery, opening, { ticketId, messageUuid: null });
          await this.attachments.attach(tx, files, { ticketId });
        },
      },
    );
    if (follows) await this.messages.bySystem(tx, ticketId, followUpNote(language, follows));
    const replyTo = otherReplyTo(mail.headers, mail.from.address, (one) => this.addresses.isOurs(one));
    if (replyTo) await this.messages.bySystem(tx, ticketId, replyToNote(language, replyTo));
    return { outcome: 'opened', ticketId };
  }

  private languageOf(mail: IncomingMail): string {
    const said = `${mail.subject}\n${mail.text}`;
    return detectLanguage(said, mail.headers.first('content-language'), this.country.languages);
  }

  /** An address that writes to us is deliverable again. */
  private async reachedAgain(tx: Tx, address: string): Promise<void> {
    clearUndeliverable(tx, { kind: 'email', value: address });
  }
}

/** Names the author when it was not the requester, but somebody whom an agent accepted. */
function bodyFor({ origin: { mail }, facts }: MailPlacement, ticket: KnownTicket, language: string): string {
  const body = mail.text || noTextOf(language, mail);
  return facts.senderId === ticket.requesterId ? body : withAttribution(body, mail.from);
}

const followUpTag = (ticket: KnownTicket) => `follows-${formatTicketNumber(ticket.number)}`;
