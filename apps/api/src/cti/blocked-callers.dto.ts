import { ResponseField, Text, TimestampField } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

export class BlockedCallerBody {
  @Text({ max: 40, description: 'as it is written or as the call log shows it' }) number: string;
  @Text({ max: 500 }) reason: string;
  @TimestampField({
    optional: true,
    description: 'when calls are taken again; otherwise not before it is removed',
  })
  until?: string;
}

export class BlockedCallerShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ description: 'E.164, or the digits as the exchange sends them' }) number: string;
  @ResponseField() reason: string;
  @ResponseField({ description: 'name of who blocked it' }) by: string;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) until: string | null;
}

export class BlockedCallerPage {
  @ResponseField({ type: [BlockedCallerShown] }) data: BlockedCallerShown[];
  @ResponseField() meta: PageMeta;
}
