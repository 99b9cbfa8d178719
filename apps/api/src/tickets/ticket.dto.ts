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
import { HELD_STATES, type HeldState, HOLD_REASONS, type HoldReason, type Link, LINKS } from '#wasl/tickets';
import { CHECK_RESULTS, type CheckResult } from '#wasl/channels';
import {
  Choice,
  Decimal,
  Email,
  Flag,
  Group,
  Shown,
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
  @Group(() => RequesterBody) requester: RequesterBody;
  @Group(() => LocationBody, { optional: true }) location?: LocationBody;
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
  @Choice(LINKS, { description: 'what this ticket is to the other' }) as: Link;
}

export class LinkedTicketShown {
  @Shown({ enum: LINKS }) as: Link;
  @Shown() number: string;
  @Shown() subject: string;
  @Shown({ enum: TICKET_STATUSES }) status: TicketStatus;
}

export class LinkList {
  @Shown({ type: [LinkedTicketShown] }) data: LinkedTicketShown[];
}

export class NewMessageBody {
  @Choice(['public_reply', 'internal_note']) kind: 'public_reply' | 'internal_note';
  @Text({ max: 20_000, lines: true }) body: string;
  @UuidList({ maxItems: 20, optional: true }) attachments?: string[];
}

export class ThumbnailShown {
  @Shown({ type: 'integer' }) width: number;
  @Shown({ type: 'integer' }) height: number;
}

export class AttachmentAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
  @Shown({ type: 'integer' }) size: number;
  @Shown() type: string;
  @Shown({ required: false, enum: ['checking', 'refused'], description: 'only when it cannot be opened' })
  state?: 'checking' | 'refused';
  @Shown({ required: false, description: 'why it was refused' }) fault?: string;
  @Shown({ required: false, description: 'its size in pixels, when there is one' })
  thumbnail?: ThumbnailShown;
  @Shown({ required: false, description: 'it is being made: ask again shortly' }) thumbnailSoon?: boolean;
}

export class PersonShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
}

export class RequesterShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) name: string | null;
  @Shown({ enum: AUDIENCES }) audience: Audience;
  @Shown({ required: false }) phone?: string;
  @Shown({ required: false }) email?: string;
}

export class LocationShown {
  @Shown({ type: Number, nullable: true }) lat: number | null;
  @Shown({ type: Number, nullable: true }) long: number | null;
  @Shown({ type: String, nullable: true }) address: string | null;
}

export class TicketAnswer {
  @Shown({ example: '2648-1937-0525' }) number: string;
  @Shown() subject: string;
  @Shown() description: string;
  @Shown({ enum: TICKET_KINDS }) kind: TicketKind;
  @Shown({ enum: TICKET_STATUSES }) status: TicketStatus;
  @Shown({ enum: PENDING_ON, nullable: true }) pendingOn: PendingOn | null;
  @Shown({ enum: PRIORITIES }) priority: Priority;
  @Shown({ enum: CHANNELS }) channel: Channel;
  @Shown() language: string;
  @Shown() queue: string;
  @Shown({ type: String, nullable: true }) entity: string | null;
  @Shown({ type: String, nullable: true }) service: string | null;
  @Shown({ type: PersonShown, nullable: true }) assignee: PersonShown | null;
  @Shown() requester: RequesterShown;
  @Shown({ type: LocationShown, nullable: true }) location: LocationShown | null;
  @Shown({ type: [String] }) tags: string[];
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ format: 'date-time' }) updatedAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) firstResponseDueAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) resolutionDueAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) resolvedAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) closedAt: string | null;
  @Shown({ type: 'integer' }) version: number;
  @Shown({ required: false, description: 'the ticket in which this one lives on, when it was merged' })
  mergedInto?: string;
}

export class PageMeta {
  @Shown() hasMore: boolean;
  @Shown({ type: String, nullable: true }) after: string | null;
}

export class TicketPage {
  @Shown({ type: [TicketAnswer] }) data: TicketAnswer[];
  @Shown() meta: PageMeta;
}

export class ActorShown {
  @Shown({ enum: ['requester', 'staff', 'system', 'machine'] }) kind: string;
  @Shown({ type: String, nullable: true }) id: string | null;
  @Shown({ type: String, nullable: true }) name: string | null;
}

export class FoldShown {
  @Shown({ enum: ['quoted', 'signature'] }) kind: 'quoted' | 'signature';
  @Shown({ type: 'integer', description: 'offset in UTF-16 units' }) from: number;
  @Shown({ type: 'integer', description: 'exclusive' }) to: number;
}

export class SenderChecksShown {
  @Shown({ enum: CHECK_RESULTS }) spf: CheckResult;
  @Shown({ enum: CHECK_RESULTS }) dkim: CheckResult;
  @Shown({ enum: CHECK_RESULTS }) dmarc: CheckResult;
}

export class MailShown {
  @Shown() sender: string;
  @Shown({ description: 'it can be looked at under …/page' }) html: boolean;
  @Shown({ description: 'a machine wrote it' }) automatic: boolean;
  @Shown({ type: SenderChecksShown, nullable: true }) checks: SenderChecksShown | null;
  @Shown({ type: [String], description: 'what was wrong with it, and did not hinder' }) faults: string[];
}

export class HeldShown {
  @Shown({ enum: HELD_STATES }) state: HeldState;
  @Shown({ enum: HOLD_REASONS, description: 'why only staff see it' }) reason: HoldReason;
  @Shown({ description: 'of the sender' }) address: string;
  @Shown({ type: String, nullable: true }) name: string | null;
}

export class HeldAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ enum: HELD_STATES }) state: HeldState;
}

export class MessageAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ enum: ['requester_message', 'public_reply', 'internal_note'] }) kind: string;
  @Shown({ enum: CHANNELS }) channel: Channel;
  @Shown() author: ActorShown;
  @Shown() body: string;
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ type: [AttachmentAnswer] }) attachments: AttachmentAnswer[];
  @Shown({ type: [FoldShown], description: 'quoted history and signature in `body`' }) folds: FoldShown[];
  @Shown({ type: MailShown, nullable: true, description: 'the mail by which it came' })
  mail: MailShown | null;
  @Shown({ type: HeldShown, nullable: true, description: 'held back for staff to accept or dismiss' })
  held: HeldShown | null;
  @Shown({ required: false, description: 'number of the merged ticket on which it was said' })
  ticket?: string;
}

export class MergedTicketShown {
  @Shown() number: string;
  @Shown() subject: string;
  @Shown() description: string;
  @Shown({ enum: CHANNELS }) channel: Channel;
  @Shown({ format: 'date-time' }) createdAt: string;
  @Shown({ type: String, nullable: true }) requester: string | null;
}

export class MessagePage {
  @Shown({ type: [MessageAnswer] }) data: MessageAnswer[];
  @Shown() meta: PageMeta;
  @Shown({ type: [AttachmentAnswer], description: 'what came with the first contact' })
  openingAttachments: AttachmentAnswer[];
  @Shown({ type: [MergedTicketShown], description: 'tickets that were merged into this one' })
  merged: MergedTicketShown[];
  @Shown({ type: [FoldShown], description: 'quoted history and signature in the description' })
  openingFolds: FoldShown[];
  @Shown({ type: MailShown, nullable: true, description: 'the mail that opened the ticket' })
  openingMail: MailShown | null;
}

export class NewMessageAnswer {
  @Shown({ format: 'uuid' }) id: string;
}

export class HistoryAnswer {
  @Shown() id: string;
  @Shown({ format: 'date-time' }) at: string;
  @Shown() type: string;
  @Shown() actor: ActorShown;
  @Shown({ type: 'object', additionalProperties: true }) data: Record<string, unknown>;
}

export class HistoryPage {
  @Shown({ type: [HistoryAnswer] }) data: HistoryAnswer[];
  @Shown() meta: PageMeta;
}
