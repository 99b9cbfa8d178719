import { TICKET_STATUSES, type TicketStatus } from '#wasl/contracts';
import { Choice, ResponseField, Text, UuidList } from '#wasl/platform';
import { LINK_TYPES, type LinkType } from '#wasl/tickets';

export class MergeBody {
  @Text({ max: 60, description: 'number of the ticket that goes on' }) into: string;
}

export class SplitBody {
  @UuidList({ maxItems: 100, description: 'the messages that are another matter' }) messages: string[];
  @Text({ max: 200 }) subject: string;
  @Text({ max: 40, optional: true, description: 'key of its queue; else that of this ticket' })
  queue?: string;
}

export class LinkBody {
  @Text({ max: 60, description: 'number of the other ticket' }) to: string;
  @Choice(LINK_TYPES, { description: 'what this ticket is to the other' }) as: LinkType;
}

export class LinkedTicketShown {
  @ResponseField({ enum: LINK_TYPES }) as: LinkType;
  @ResponseField() number: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: TICKET_STATUSES }) status: TicketStatus;
}

export class LinkList {
  @ResponseField({ type: [LinkedTicketShown] }) data: LinkedTicketShown[];
}
