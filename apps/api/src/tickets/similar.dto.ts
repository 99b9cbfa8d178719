import { PRIORITIES, type Priority, TICKET_STATUSES, type TicketStatus } from '#wasl/contracts';
import { Decimal, Group, Shown, Text } from '#wasl/platform';
import { LIKENESSES, type Likeness } from '#wasl/tickets';

export class PointBody {
  @Decimal({ min: -90, max: 90 }) lat: number;
  @Decimal({ min: -180, max: 180 }) long: number;
}

export class MatterBody {
  @Text({ max: 40, optional: true, description: 'of the requester; may still be unfinished' }) phone?: string;
  @Text({ max: 254, optional: true, description: 'of the requester; may still be unfinished' })
  email?: string;
  @Text({ max: 200, optional: true }) subject?: string;
  @Group(() => PointBody, { optional: true }) place?: PointBody;
}

export class SimilarTicketShown {
  @Shown() number: string;
  @Shown() subject: string;
  @Shown({ enum: TICKET_STATUSES }) status: TicketStatus;
  @Shown({ enum: PRIORITIES }) priority: Priority;
  @Shown() queue: string;
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ type: String, nullable: true }) assignee: string | null;
  @Shown({ type: String, nullable: true }) requester: string | null;
  @Shown({ enum: LIKENESSES, isArray: true }) because: Likeness[];
  @Shown({ type: 'integer', nullable: true, description: 'from the place asked about, when that is why' })
  metres: number | null;
}

export class SimilarTicketList {
  @Shown({ type: [SimilarTicketShown] }) data: SimilarTicketShown[];
}
