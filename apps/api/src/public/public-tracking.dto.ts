import { TICKET_STATUSES, type TicketStatus } from '#wasl/contracts';
import { Integer, Shown, Text, TextList } from '#wasl/platform';
import { UPLOADS_A_TICKET } from '#wasl/selfservice';

/** The credentials of a ticket. Any digits, with or without separators. */
export class TrackDto {
  @Text({ max: 60, example: '2648-1937-0525' }) number: string;
  @Text({ max: 40, example: 'K7Q2M9XD' }) trackingCode: string;
}

export class ReplyDto extends TrackDto {
  @Text({ max: 10_000, lines: true }) body: string;
  @TextList({ max: 100, maxItems: UPLOADS_A_TICKET, optional: true, description: 'ids of uploads' })
  attachments?: string[] | null;
}

export class RateDto extends TrackDto {
  @Integer({ min: 1, max: 5 }) score: number;
  @Text({ max: 2_000, lines: true, optional: true }) comment?: string | null;
}

export class CodeRequestDto {
  @Text({ max: 60 }) number: string;
  @Text({ max: 254, description: "the requester's e-mail address or telephone number" }) contact: string;
}

const WHATS = [
  'opened',
  'in_progress',
  'waiting',
  'resolved',
  'closed',
  'reopened',
  'reply',
  'your_message',
] as const;

export class TimelineEntryDto {
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ enum: [...WHATS] }) what: (typeof WHATS)[number];
  @Shown({ description: 'a plain step, or the words of a reply or message' }) text: string;
}

export class FollowedDto {
  @Shown({ example: '2648-1937-0525' }) number: string;
  @Shown({ enum: [...TICKET_STATUSES] }) status: TicketStatus;
  @Shown() statusText: string;
  @Shown() subject: string;
  @Shown({ type: [TimelineEntryDto] }) timeline: TimelineEntryDto[];
  @Shown({ type: String, format: 'date-time', nullable: true }) expectedAt: string | null;
  @Shown() canReply: boolean;
  @Shown() canRate: boolean;
}
