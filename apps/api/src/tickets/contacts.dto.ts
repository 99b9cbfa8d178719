import { Shown } from '#wasl/platform';
import { ADDRESS_PROOFS, ADDRESS_STATES, type AddressProvedBy, type AddressState } from '#wasl/requesters';
import type { ContactRole } from '#wasl/tickets';

export class KnownRequester {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) name: string | null;
}

export class TicketContactShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ enum: ['phone', 'email'] }) kind: 'phone' | 'email';
  @Shown() value: string;
  @Shown({ enum: ['requester', 'participant'] }) role: ContactRole;
  @Shown({ enum: ADDRESS_STATES }) state: AddressState;
  @Shown({ description: 'the contact came from it, and was not only said to be the person’s' })
  wroteToUs: boolean;
  @Shown({ enum: ADDRESS_PROOFS, nullable: true }) provedBy: AddressProvedBy | null;
  @Shown({ format: 'date-time', description: 'since when it stands so' }) since: string;
  @Shown({ description: 'a limit kept back a notice to it' }) withheld: boolean;
  @Shown({ type: KnownRequester, nullable: true, description: 'another requester who is known by it' })
  known: KnownRequester | null;
}

export class TicketContactList {
  @Shown({ type: [TicketContactShown] }) data: TicketContactShown[];
}
