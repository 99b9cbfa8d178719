import { ResponseField, Text } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

export class OutboundRouteBody {
  @Text({ max: 40, description: 'a number, the beginning of numbers and *, or * for all: +973*' })
  pattern: string;
  @Text({ max: 20, description: 'number that the called see' }) callerId: string;
  @Text({ max: 200, optional: true }) note?: string;
}

export class OutboundRouteShown {
  @ResponseField() pattern: string;
  @ResponseField() callerId: string;
  @ResponseField() note: string;
}

export class OutboundRoutePage {
  @ResponseField({ type: [OutboundRouteShown] }) data: OutboundRouteShown[];
  @ResponseField() meta: PageMeta;
}
