import { ResponseField } from '#wasl/platform';
import { ADDRESS_PROOFS, ADDRESS_STATES, type AddressProvedBy, type AddressState } from '#wasl/requesters';
import type { ContactRole } from '#wasl/tickets';

export class KnownRequester {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) name: string | null;
}

export class TicketContactShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: ['phone', 'email'] }) kind: 'phone' | 'email';
  @ResponseField() value: string;
  @ResponseField({ enum: ['requester', 'participant'] }) role: ContactRole;
  @ResponseField({ enum: ADDRESS_STATES }) state: AddressState;
  @ResponseField({ description: 'the contact came from it, and was not only said to be the person’s' })
  wroteToUs: boolean;
  @ResponseField({ description: 'the mail that opened the ticket asked for answers there, in Reply-To' })
  replyTo: boolean;
  @ResponseField({ enum: ADDRESS_PROOFS, nullable: true }) provedBy: AddressProvedBy | null;
  @ResponseField({ format: 'date-time', description: 'since when it stands so' }) since: string;
  @ResponseField({ description: 'a limit kept back a notice to it' }) withheld: boolean;
  @ResponseField({
    type: KnownRequester,
    nullable: true,
    description: 'another requester who is known by it',
  })
  known: KnownRequester | null;
}

export class TicketContactList {
  @ResponseField({ type: [TicketContactShown] }) data: TicketContactShown[];
}
