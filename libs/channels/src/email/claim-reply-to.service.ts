import { Inject, Injectable } from '@nestjs/common';
import { sourceOf, type Tx } from '#wasl/platform';
import { ReplyToContacts } from '#wasl/tickets';
import { normalizeMailAddress } from './domain/mail-address.js';
import { isOutside } from './own-networks.js';
import { isUnansweredAddress } from './domain/robot-address.js';
import { MailAddresses } from './mail-addresses.service.js';

export interface VouchedReplyTo {
  from: string;
  /** as the process that checks senders read it, which is not trusted */
  replyTo: string;
  /** the system that delivered the mail */
  client: { ip: string } | null;
}

/** Makes the address for answers that the sender's domain vouches for a contact of the ticket that the mail opened. */
@Injectable()
export class ClaimReplyTo {
  constructor(
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(ReplyToContacts) private readonly contacts: ReplyToContacts,
  ) {}

  async claim(tx: Tx, ticketId: string, { from, replyTo, client }: VouchedReplyTo): Promise<void> {
    const address = normalizeMailAddress(String(replyTo));
    if (!address || address === from || this.addresses.isOurs(address) || isUnansweredAddress(address))
      return;
    // A mail system of our own relays for everybody, so its network says nothing.
    const source = client && isOutside(client.ip) ? sourceOf(client.ip) : null;
    await this.contacts.claim(tx, ticketId, { from, replyTo: address, source });
  }
}
