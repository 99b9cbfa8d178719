import { Inject, Injectable } from '@nestjs/common';
import { Catalogue, type QueueRow } from '#wasl/directory';
import { Keys, SETTINGS, type RunningSettings } from '#wasl/platform';
import { base32, parseOurAddress, signatureHolds, signedLocalPart } from './domain/mail-address.js';

export interface Destination {
  queue: QueueRow;
  /** twelve digits, when the address was one we signed for that ticket */
  ticket: string | null;
}

/** The addresses at which we are written to, and those we give out. */
@Injectable()
export class MailAddresses {
  /** in every mail we send; one that brings it back is our own */
  readonly loopMark: string;

  constructor(
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {
    this.loopMark = base32(keys.sign('message-id', 'loop').subarray(0, 10));
  }

  /** Where mail to this address goes; null when we have no such address. A signature that is wrong is as if absent. */
  async resolve(address: string): Promise<Destination | null> {
    const ours = parseOurAddress(address, this.settings.MAIL_DOMAIN);
    if (!ours) return null;
    // RFC 5321, 4.5.1: a domain that receives mail receives its postmaster's.
    if (ours.queueKey === 'postmaster') return { queue: await this.catalogue.defaultQueue(), ticket: null };
    const { signed } = ours;
    const ticket =
      signed &&
      this.keys.all('mail-address').some((key) => signatureHolds(signed.ticket, signed.signature, key))
        ? signed.ticket
        : null;
    const queues = await this.catalogue.queues();
    const queue = queues.find((row) => row.key === ours.queueKey && row.active);
    if (queue) return { queue, ticket };
    return ticket ? { queue: await this.catalogue.defaultQueue(), ticket } : null;
  }

  isOurs(address: string): boolean {
    return address.toLowerCase().endsWith(`@${this.settings.MAIL_DOMAIN.toLowerCase()}`);
  }

  ofQueue(queueKey: string): string {
    return `${queueKey}@${this.settings.MAIL_DOMAIN}`;
  }

  /** @param ticket twelve digits */
  forReplies(queueKey: string, ticket: string): string {
    const local = signedLocalPart(queueKey, ticket, this.keys.for('mail-address'));
    return local ? `${local}@${this.settings.MAIL_DOMAIN}` : this.ofQueue(queueKey);
  }

  /** The same for the same event and purpose, so that a mail sent twice is one; not to be guessed by anyone else. */
  messageId(ticket: string, eventId: string, purpose: string): string {
    const name = base32(this.keys.sign('message-id', `${ticket}:${eventId}:${purpose}`).subarray(0, 20));
    return `<${name}@${this.settings.MAIL_DOMAIN}>`;
  }
}
