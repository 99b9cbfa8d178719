import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { DomainError } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import {
  Attachments,
  formatTicketNumber,
  Messages,
  OpenTicket,
  parseTicketNumber,
  type StoredFile,
} from '#wasl/tickets';
import { detectLanguage } from '../email/domain/detect-language.js';
import { queueOfCall } from '../phone/domain/queue-of-call.js';
import type { IncomingText } from './domain/gateway-event.js';
import { numbersIn, destinationOfText, type TextTicket } from './domain/ticket-of-text.js';
import { titleOf } from './domain/title.js';
import { type Sender, type TextResult, ticketsOfSender } from './text-record.js';

export interface TextPlacement {
  text: IncomingText;
  /** E.164 */
  number: string;
  sender: Sender;
  files: StoredFile[];
}

/** Turns a text into a message on the sender's ticket, or into a new ticket. */
@Injectable()
export class TextToTicket {
  constructor(
    @Inject(OpenTicket) private readonly openTicket: OpenTicket,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Done before the transaction, so that no lock is held during disk access. */
  async storeFiles(text: IncomingText): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (const file of text.files) files.push(await this.attachments.store(file));
    return files;
  }

  async place(tx: Tx, placing: TextPlacement): Promise<TextResult> {
    const { text, number, sender } = placing;
    const named = numbersIn(text.text)
      .map(parseTicketNumber)
      .filter((one) => one !== null);
    const own = await ticketsOfSender(tx, number, sender.id, named);
    const place = destinationOfText(own, named, tx.now);
    if ('open' in place) return this.open(tx, placing, place.follows);
    try {
      return await this.join(tx, placing, place.join);
    } catch (error) {
      // Closed since it was read; nothing has been written yet.
      if (error instanceof DomainError && error.code === 'tracking.cannot_reply')
        return this.open(tx, placing, place.join);
      throw error;
    }
  }

  private async join(tx: Tx, { text, files }: TextPlacement, ticket: TextTicket): Promise<TextResult> {
    const body = text.text || files.map((file) => file.name).join('\n') || '—';
    const landed = await this.messages.byRequester(tx, ticket.id, { body, channel: 'mobile' });
    const { id } = landed;
    await this.attachments.attach(tx, files, { ticketId: landed.ticket.id, messageId: id });
    return { outcome: 'joined', ticketId: ticket.id, messageUuid: id };
  }

  private async open(tx: Tx, placing: TextPlacement, follows: TextTicket | null): Promise<TextResult> {
    const { text, number, sender, files } = placing;
    const language = this.languageOf(text.text, sender);
    const subject = titleOf(text.text, language);
    let ticketId = '';
    await this.openTicket.openWithin(
      tx,
      {
        subject,
        description: text.text || subject,
        queue: (await this.queueFor(text.to))?.key,
        channel: 'mobile',
        language,
        requester: { phone: number, name: text.name },
        provenance: 'message',
        tags: [text.medium, ...(follows ? [`follows-${formatTicketNumber(follows.number)}`] : [])],
      },
      {
        onOpened: async (_tx, ticket) => {
          ticketId = ticket.id;
          await this.attachments.attach(tx, files, { ticketId });
        },
      },
    );
    return { outcome: 'opened', ticketId, messageUuid: null };
  }

  /** The language of the text; without letters, the known language of the sender. */
  private languageOf(text: string, sender: Sender): string {
    if (!/\p{L}/u.test(text) && sender.language) return sender.language;
    return detectLanguage(text, '', this.country.languages);
  }

  /** The queue whose number the text was sent to, if any. */
  private async queueFor(to: string | null) {
    if (!to) return null;
    const dialled = normalizePhone(to, this.country) ?? to;
    const queue = queueOfCall(
      await this.catalogue.queues(),
      { queue: null, to: dialled },
      this.country.callingCode,
    );
    return queue?.active ? queue : null;
  }
}
