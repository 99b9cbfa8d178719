import { Inject, Injectable } from '@nestjs/common';
import { Catalogue, type QueueRow } from '#wasl/directory';
import { Keys, SETTINGS, type RuntimeSettings } from '#wasl/platform';
import {
  base32,
  parseOurAddress,
  isValidRecipientTag,
  isValidSignature,
  signedLocalPart,
} from './domain/mail-address.js';

export interface Destination {
  queue: QueueRow;
  /** twelve digits, when the address carries our signature for that ticket */
  ticket: string | null;
  /** identifies the recipient to whom we gave that address, if present */
  tag: string | null;
}

const loopTextOf = (messageId: string) => `loop:${messageId}`;
const encodeMark = (signature: Buffer) => base32(signature.subarray(0, 16));

/** Our mail addresses: those we receive at and those we give out. */
@Injectable()
export class MailAddresses {
  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** The queue and ticket of an address; null when we have no such address. A wrong signature is ignored. */
  async resolve(address: string): Promise<Destination | null> {
    const ours = parseOurAddress(address, this.settings.MAIL_DOMAIN);
    if (!ours) return null;
    // RFC 5321, 4.5.1: a domain that receives mail receives its postmaster's.
    if (ours.queueKey === 'postmaster')
      return { queue: await this.catalogue.defaultQueue(), ticket: null, tag: null };
    const { signed } = ours;
    const ticket =
      signed &&
      this.keys.all('mail-address').some((key) => isValidSignature(signed.ticket, signed.signature, key))
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

  queueAddress(queueKey: string): string {
    return `${queueKey}@${this.settings.MAIL_DOMAIN}`;
  }

  /**
   * @param ticket twelve digits
   * @param recipient to whom it is given; null for an address that identifies nobody
   */
  replyAddress(queueKey: string, ticket: string, recipient: string | null = null): string {
    const local = signedLocalPart(queueKey, ticket, recipient, this.keys.for('mail-address'));
    return local ? `${local}@${this.settings.MAIL_DOMAIN}` : this.queueAddress(queueKey);
  }

  /** Whether an address was issued to this recipient, so that whoever uses it can read their mail. */
  wasIssuedTo(recipient: string, { ticket, tag }: Pick<Destination, 'ticket' | 'tag'>): boolean {
    if (ticket === null || tag === null) return false;
    return this.keys.all('mail-address').some((key) => isValidRecipientTag(ticket, recipient, tag, key));
  }

  /**
   * The loop mark in the header of every mail we send, so that it is recognised when it comes back; valid for this
   * Message-ID only.
   */
  loopMark(messageId: string): string {
    return encodeMark(this.keys.sign('message-id', loopTextOf(messageId)));
  }

  /** @param marks the marks in a received mail */
  hasValidLoopMark(messageId: string, marks: string[]): boolean {
    return marks.some((mark) =>
      this.keys.verifySignature('message-id', loopTextOf(messageId), mark, encodeMark),
    );
  }

  /** Deterministic for an event and purpose, so that a mail sent twice counts as one; cannot be guessed by others. */
  messageId(ticket: string, eventId: string, purpose: string): string {
    const name = base32(this.keys.sign('message-id', `${ticket}:${eventId}:${purpose}`).subarray(0, 20));
    return `<${name}@${this.settings.MAIL_DOMAIN}>`;
  }
}
