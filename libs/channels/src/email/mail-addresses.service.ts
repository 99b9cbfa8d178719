import { Inject, Injectable } from '@nestjs/common';
import { Catalogue, type QueueRow } from '#wasl/directory';
import { Keys, SETTINGS, type RunningSettings } from '#wasl/platform';
import {
  base32,
  parseOurAddress,
  recipientTagHolds,
  signatureHolds,
  signedLocalPart,
} from './domain/mail-address.js';

export interface Destination {
  queue: QueueRow;
  /** twelve digits, when the address was one we signed for that ticket */
  ticket: string | null;
  /** says to whom we gave that address, when it does */
  tag: string | null;
}

const loopTextOf = (messageId: string) => `loop:${messageId}`;
const markOf = (signature: Buffer) => base32(signature.subarray(0, 16));

/** The addresses at which we are written to, and those we give out. */
@Injectable()
export class MailAddresses {
  constructor(
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** Where mail to this address goes; null when we have no such address. A signature that is wrong is as if absent. */
  async resolve(address: string): Promise<Destination | null> {
    const ours = parseOurAddress(address, this.settings.MAIL_DOMAIN);
    if (!ours) return null;
    // RFC 5321, 4.5.1: a domain that receives mail receives its postmaster's.
    if (ours.queueKey === 'postmaster')
      return { queue: await this.catalogue.defaultQueue(), ticket: null, tag: null };
    const { signed } = ours;
    const ticket =
      signed &&
      this.keys.all('mail-address').some((key) => signatureHolds(signed.ticket, signed.signature, key))
        ? signed.ticket
        : null;
    const tag = ticket && signed!.tag;
    const queues = await this.catalogue.queues();
    const queue = queues.find((row) => row.key === ours.queueKey && row.active);
    if (queue) return { queue, ticket, tag };
    return ticket ? { queue: await this.catalogue.defaultQueue(), ticket, tag } : null;
  }

  isOurs(address: string): boolean {
    return address.toLowerCase().endsWith(`@${this.settings.MAIL_DOMAIN.toLowerCase()}`);
  }

  ofQueue(queueKey: string): string {
    return `${queueKey}@${this.settings.MAIL_DOMAIN}`;
  }

  /**
   * @param ticket twelve digits
   * @param recipient to whom it is given; null for one that tells nothing about who uses it
   */
  forReplies(queueKey: string, ticket: string, recipient: string | null = null): string {
    const local = signedLocalPart(queueKey, ticket, recipient, this.keys.for('mail-address'));
    return local ? `${local}@${this.settings.MAIL_DOMAIN}` : this.ofQueue(queueKey);
  }

  /** Whether an address of ours was given to this recipient, so that whoever uses it can read their mail. */
  wasGivenTo(recipient: string, { ticket, tag }: Pick<Destination, 'ticket' | 'tag'>): boolean {
    if (ticket === null || tag === null) return false;
    return this.keys.all('mail-address').some((key) => recipientTagHolds(ticket, recipient, tag, key));
  }

  /** In the header of every mail we send, so that it is known when it comes back: holds for this Message-ID alone. */
  loopMark(messageId: string): string {
    return markOf(this.keys.sign('message-id', loopTextOf(messageId)));
  }

  /** @param marks those that a mail brings */
  isMarkedOurs(messageId: string, marks: string[]): boolean {
    return marks.some((mark) => this.keys.isSigned('message-id', loopTextOf(messageId), mark, markOf));
  }

  /** The same for the same event and purpose, so that a mail sent twice is one; not to be guessed by anyone else. */
  messageId(ticket: string, eventId: string, purpose: string): string {
    const name = base32(this.keys.sign('message-id', `${ticket}:${eventId}:${purpose}`).subarray(0, 20));
    return `<${name}@${this.settings.MAIL_DOMAIN}>`;
  }
}
