import { PRIORITIES, type Priority, TICKET_STATUSES, type TicketStatus } from '#wasl/contracts';
import { Decimal, NestedObject, ResponseField, Text } from '#wasl/platform';
import { SIMILARITY_REASONS, type SimilarityReason } from '#wasl/tickets';

export class PointBody {
  @Decimal({ min: -90, max: 90 }) lat: number;
  @Decimal({ min: -180, max: 180 }) long: number;
}

export class MatterBody {
  @Text({ max: 40, optional: true, description: 'of the requester; may still be unfinished' }) phone?: string;
  @Text({ max: 254, optional: true, description: 'of the requester; may still be unfinished' })
  email?: string;
  @Text({ max: 200, optional: true }) subject?: string;
  @NestedObject(() => PointBody, { optional: true }) place?: PointBody;
}

export class SimilarTicketShown {
  @ResponseField() number: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: TICKET_STATUSES }) status: TicketStatus;
  @ResponseField({ enum: PRIORITIES }) priority: Priority;
  @ResponseField() queue: string;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: String, nullable: true }) assignee: string | null;
  @ResponseField({ type: String, nullable: true }) requester: string | null;
  @ResponseField({ enum: SIMILARITY_REASONS, isArray: true }) because: SimilarityReason[];
  @ResponseField({
    type: 'integer',
    nullable: true,
    description: 'from the place asked about, when that is why',
  })
  metres: number | null;
}

export class SimilarTicketList {
  @ResponseField({ type: [SimilarTicketShown] }) data: SimilarTicketShown[];
}
