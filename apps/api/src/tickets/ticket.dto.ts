import {
  AUDIENCES,
  type Audience,
  CHANNELS,
  type Channel,
  PENDING_ON,
  type PendingOn,
  PRIORITIES,
  type Priority,
  RESOLUTIONS,
  type Resolution,
  TICKET_KINDS,
  type TicketKind,
  TICKET_STATUSES,
  type TicketStatus,
} from '#wasl/contracts';
import { HELD_STATES, type HeldState, HOLD_REASONS, type HoldReason } from '#wasl/tickets';
import { CHECK_RESULTS, type CheckResult } from '#wasl/channels';
import {
  Choice,
  Decimal,
  Email,
  Flag,
  NestedObject,
  ResponseField,
  StaffId,
  Text,
  TextList,
  Uuid,
  UuidList,
} from '#wasl/platform';

export class RequesterBody {
  @Text({ max: 200, optional: true }) name?: string;
  @Text({ max: 40, optional: true, example: '+97317123456' }) phone?: string;
  @Email({ optional: true }) email?: string;
  @Choice(AUDIENCES, { optional: true }) audience?: Audience;
}

export class LocationBody {
  @Decimal({ min: -90, max: 90, optional: true }) lat?: number;
  @Decimal({ min: -180, max: 180, optional: true }) long?: number;
  @Text({ max: 500, optional: true }) address?: string;
}

export class NewTicketBody {
  @Text({ max: 200 }) subject: string;
  @Text({ max: 20_000, lines: true }) description: string;
  @Choice(TICKET_KINDS, { optional: true }) kind?: TicketKind;
  @Choice(PRIORITIES, { optional: true }) priority?: Priority;
  @Text({ max: 40, optional: true, description: 'key of a queue' }) queue?: string;
  @Text({ max: 60, optional: true, description: 'code of a service' }) service?: string;
  @Text({ max: 2, min: 2, optional: true, example: 'ar' }) language?: string;
  @Choice(CHANNELS, { optional: true }) channel?: Channel;
  @NestedObject(() => RequesterBody) requester: RequesterBody;
  @NestedObject(() => LocationBody, { optional: true }) location?: LocationBody;
  @TextList({ max: 40, maxItems: 20, optional: true }) tags?: string[];
  @UuidList({ maxItems: 20, optional: true }) attachments?: string[];
  @Uuid({ optional: true, description: 'the call during which it is opened' }) interaction?: string;
  @Flag({ optional: true, description: 'the caller takes it at once' }) takeIt?: boolean;
}

export class TicketPatchBody {
  @Text({ max: 200, optional: true }) subject?: string;
  @Choice(TICKET_KINDS, { optional: true }) kind?: TicketKind;
  @Choice(PRIORITIES, { optional: true }) priority?: Priority;
  @Choice(TICKET_STATUSES, { optional: true }) status?: TicketStatus;
  @Choice(PENDING_ON, { optional: true }) pendingOn?: PendingOn;
  @Text({ max: 60, optional: true }) service?: string;
  @TextList({ max: 40, maxItems: 20, optional: true }) tags?: string[];
  @Text({ max: 2, min: 2, optional: true }) language?: string;
}

export class AssignBody {
  @StaffId({ optional: true, description: 'an id, or me; null gives it back to its queue' }) assignee?:
    string | null;
}

export class TransferBody {
  @Text({ max: 40 }) queue: string;
  @Text({ max: 5_000, lines: true, optional: true }) note?: string;
}

export class ResolveBody {
  @Text({ max: 20_000, lines: true, description: 'what the requester is told' }) note: string;
  @Choice(RESOLUTIONS, { optional: true }) resolution?: Resolution;
}

export class OpeningBody {
  @Text({ min: 3, max: 500, description: 'why the ticket has to be read; kept in the audit trail' })
  reason: string;
}

export class TicketOpening {
  @ResponseField({ format: 'date-time', description: 'until when it stays open for the caller' })
  expiresAt: string;
}

export class NewMessageBody {
  @Choice(['public_reply', 'internal_note']) kind: 'public_reply' | 'internal_note';
  @Text({ max: 20_000, lines: true }) body: string;
  @UuidList({ maxItems: 20, optional: true }) attachments?: string[];
}

export class ThumbnailShown {
  @ResponseField({ type: 'integer' }) width: number;
  @ResponseField({ type: 'integer' }) height: number;
}

export class AttachmentAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField({ type: 'integer' }) size: number;
  @ResponseField() type: string;
  @ResponseField({
    required: false,
    enum: ['checking', 'refused'],
    description: 'only when it cannot be opened',
  })
  state?: 'checking' | 'refused';
  @ResponseField({ required: false, description: 'why it was refused' }) fault?: string;
  @ResponseField({ required: false, description: 'its size in pixels, when there is one' })
  thumbnail?: ThumbnailShown;
  @ResponseField({ required: false, description: 'it is being made: ask again shortly' })
  thumbnailSoon?: boolean;
}

export class PersonShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
}

export class RequesterShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) name: string | null;
  @ResponseField({ enum: AUDIENCES }) audience: Audience;
  @ResponseField({ required: false }) phone?: string;
  @ResponseField({ required: false }) email?: string;
}

export class LocationShown {
  @ResponseField({ type: Number, nullable: true }) lat: number | null;
  @ResponseField({ type: Number, nullable: true }) long: number | null;
  @ResponseField({ type: String, nullable: true }) address: string | null;
}

export class TicketAnswer {
  @ResponseField({ example: '2648-1937-0521' }) number: string;
  @ResponseField() subject: string;
  @ResponseField() description: string;
  @ResponseField({ enum: TICKET_KINDS }) kind: TicketKind;
  @ResponseField({ enum: TICKET_STATUSES }) status: TicketStatus;
  @ResponseField({ enum: PENDING_ON, nullable: true }) pendingOn: PendingOn | null;
  @ResponseField({ enum: PRIORITIES }) priority: Priority;
  @ResponseField({ enum: CHANNELS }) channel: Channel;
  @ResponseField() language: string;
  @ResponseField() queue: string;
  @ResponseField({ type: String, nullable: true }) entity: string | null;
  @ResponseField({ type: String, nullable: true }) service: string | null;
  @ResponseField({ type: PersonShown, nullable: true }) assignee: PersonShown | null;
  @ResponseField() requester: RequesterShown;
  @ResponseField({ type: LocationShown, nullable: true }) location: LocationShown | null;
  @ResponseField({ type: [String] }) tags: string[];
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ format: 'date-time' }) updatedAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) firstResponseDueAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) resolutionDueAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) resolvedAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) closedAt: string | null;
  @ResponseField({ type: 'integer' }) version: number;
  @ResponseField({
    required: false,
    description: 'the ticket in which this one lives on, when it was merged',
  })
  mergedInto?: string;
}

export class PageMeta {
  @ResponseField() hasMore: boolean;
  @ResponseField({ type: String, nullable: true }) after: string | null;
}

export class TicketPage {
  @ResponseField({ type: [TicketAnswer] }) data: TicketAnswer[];
  @ResponseField() meta: PageMeta;
}

export class ActorShown {
  @ResponseField({ enum: ['requester', 'staff', 'system', 'machine'] }) kind: string;
  @ResponseField({ type: String, nullable: true }) id: string | null;
  @ResponseField({ type: String, nullable: true }) name: string | null;
}

export class QuotedRangeShown {
  @ResponseField({ enum: ['quoted', 'signature'] }) kind: 'quoted' | 'signature';
  @ResponseField({ type: 'integer', description: 'offset in UTF-16 units' }) from: number;
  @ResponseField({ type: 'integer', description: 'exclusive' }) to: number;
}

export class SenderChecksShown {
  @ResponseField({ enum: CHECK_RESULTS }) spf: CheckResult;
  @ResponseField({ enum: CHECK_RESULTS }) dkim: CheckResult;
  @ResponseField({ enum: CHECK_RESULTS }) dmarc: CheckResult;
}

export class MailShown {
  @ResponseField() sender: string;
  @ResponseField({ description: 'it can be looked at under …/page' }) html: boolean;
  @ResponseField({ description: 'a machine wrote it' }) automatic: boolean;
  @ResponseField({ type: SenderChecksShown, nullable: true }) checks: SenderChecksShown | null;
  @ResponseField({ type: [String], description: 'what was wrong with it, and did not hinder' })
  faults: string[];
}

export class HeldShown {
  @ResponseField({ enum: HELD_STATES }) state: HeldState;
  @ResponseField({ enum: HOLD_REASONS, description: 'why only staff see it' }) reason: HoldReason;
  @ResponseField({ description: 'of the sender' }) address: string;
  @ResponseField({ type: String, nullable: true }) name: string | null;
}

export class HeldAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: HELD_STATES }) state: HeldState;
}

export class MessageAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: ['requester_message', 'public_reply', 'internal_note'] }) kind: string;
  @ResponseField({ enum: CHANNELS }) channel: Channel;
  @ResponseField() author: ActorShown;
  @ResponseField() body: string;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: [AttachmentAnswer] }) attachments: AttachmentAnswer[];
  @ResponseField({ type: [QuotedRangeShown], description: 'quoted history and signature in `body`' })
  folds: QuotedRangeShown[];
  @ResponseField({ type: MailShown, nullable: true, description: 'the mail by which it came' })
  mail: MailShown | null;
  @ResponseField({ type: HeldShown, nullable: true, description: 'held back for staff to accept or dismiss' })
  held: HeldShown | null;
  @ResponseField({ required: false, description: 'number of the merged ticket on which it was said' })
  ticket?: string;
}

export class MergedTicketShown {
  @ResponseField() number: string;
  @ResponseField() subject: string;
  @ResponseField() description: string;
  @ResponseField({ enum: CHANNELS }) channel: Channel;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: String, nullable: true }) requester: string | null;
}

export class RatingShown {
  @ResponseField({ description: 'the rated ticket: this one, or one that was merged into it' })
  number: string;
  @ResponseField({ type: 'integer', minimum: 1, maximum: 5 }) score: number;
  @ResponseField({ type: String, nullable: true }) comment: string | null;
  @ResponseField({ format: 'date-time' }) at: string;
}

export class MessagePage {
  @ResponseField({ type: [MessageAnswer] }) data: MessageAnswer[];
  @ResponseField() meta: PageMeta;
  @ResponseField({ type: [AttachmentAnswer], description: 'what came with the first contact' })
  openingAttachments: AttachmentAnswer[];
  @ResponseField({ type: [MergedTicketShown], description: 'tickets that were merged into this one' })
  merged: MergedTicketShown[];
  @ResponseField({ type: [RatingShown], description: 'what the requester said about the service' })
  ratings: RatingShown[];
  @ResponseField({ type: [QuotedRangeShown], description: 'quoted history and signature in the description' })
  openingFolds: QuotedRangeShown[];
  @ResponseField({ type: MailShown, nullable: true, description: 'the mail that opened the ticket' })
  openingMail: MailShown | null;
}

export class NewMessageAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
}

export class HistoryAnswer {
  @ResponseField() id: string;
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField() type: string;
  @ResponseField() actor: ActorShown;
  @ResponseField({ type: 'object', additionalProperties: true }) data: Record<string, unknown>;
}

export class HistoryPage {
  @ResponseField({ type: [HistoryAnswer] }) data: HistoryAnswer[];
  @ResponseField() meta: PageMeta;
}
