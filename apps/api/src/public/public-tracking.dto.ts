import { PENDING_ON, type PendingOn, TICKET_STATUSES, type TicketStatus } from '#wasl/contracts';
import { Integer, ResponseField, Text, TextList } from '#wasl/platform';
import { MAX_UPLOADS_PER_TICKET, TICKET_STAGES, type TicketStage } from '#wasl/selfservice';

/** The credentials of a ticket. Any digits, with or without separators. */
export class TrackDto {
  @Text({ max: 60, example: '2648-1937-0521' }) number: string;
  @Text({ max: 40, example: 'K7Q2M9XD' }) trackingCode: string;
}

export class ReplyDto extends TrackDto {
  @Text({ max: 10_000, lines: true }) body: string;
  @TextList({ max: 100, maxItems: MAX_UPLOADS_PER_TICKET, optional: true, description: 'ids of uploads' })
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
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField({ enum: [...WHATS] }) what: (typeof WHATS)[number];
  @ResponseField({ description: 'a plain step, or the words of a reply or message' }) text: string;
}

export class QuestionDto {
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField() text: string;
}

export class TrackedTicketDto {
  @ResponseField({ example: '2648-1937-0521' }) number: string;
  @ResponseField({ enum: [...TICKET_STATUSES] }) status: TicketStatus;
  @ResponseField() statusText: string;
  @ResponseField({ enum: [...TICKET_STAGES] }) stage: TicketStage;
  @ResponseField({ enum: [...PENDING_ON], nullable: true }) pendingOn: PendingOn | null;
  @ResponseField({
    type: QuestionDto,
    nullable: true,
    description: 'What was asked, when the requester must reply',
  })
  question: QuestionDto | null;
  @ResponseField({ type: String, nullable: true }) service: string | null;
  @ResponseField({ type: String, nullable: true, description: 'The entity that is responsible' })
  entity: string | null;
  @ResponseField() subject: string;
  @ResponseField({ type: [TimelineEntryDto] }) timeline: TimelineEntryDto[];
  @ResponseField({ type: String, format: 'date-time', nullable: true }) expectedAt: string | null;
  @ResponseField() canReply: boolean;
  @ResponseField() canRate: boolean;
}
