import {
  AUDIENCES,
  type Audience,
  type Channel,
  CHANNELS,
  PRIORITIES,
  type Priority,
  TICKET_KINDS,
  type TicketKind,
  TICKET_STATUSES,
  type TicketStatus,
  VISIT_STATES,
  type VisitState,
} from '#wasl/contracts';
import { Choice, Email, Flag, Group, Key, Shown, Text, Uuid, UuidList } from '#wasl/platform';
import { LocalizedName } from '../agents/agents.dto.js';
import { PersonShown, RequesterBody } from '../tickets/ticket.dto.js';

const IDENTITY = { max: 40, optional: true, description: 'as on the card; never refused' };

export class DeskBody {
  @Key({ max: 40, description: 'key of a service centre' }) centre: string;
  @Text({ max: 20, description: 'label of one of its desks' }) desk: string;
  @Flag({ optional: true, description: 'also when a colleague sits there' }) takeOver?: boolean;
}

export class FindRequesterBody {
  @Text({ max: 40, optional: true }) phone?: string;
  @Email({ optional: true }) email?: string;
  @Text(IDENTITY) identityNumber?: string;
}

export class SimilarBody {
  @Uuid({ optional: true, description: 'a requester who was found' }) requester?: string;
  @Text({ max: 300, optional: true, description: 'what it is about' }) words?: string;
  @Text({ max: 60, optional: true, description: 'code of a service' }) service?: string;
}

export class VisitMatterBody {
  @Text({ max: 200 }) subject: string;
  @Text({ max: 20_000, lines: true }) description: string;
  @Choice(TICKET_KINDS, { optional: true }) kind?: TicketKind;
  @Text({ max: 60, optional: true, description: 'code of a service' }) service?: string;
  @Text({ max: 40, optional: true, description: 'key of a queue' }) queue?: string;
  @Text({ max: 2, min: 2, description: 'the requester’s' }) language: string;
  @Uuid({ optional: true, description: 'a requester who was found' }) requesterId?: string;
  @Group(() => RequesterBody, { description: 'of one who was found: what they add' })
  requester: RequesterBody;
  @Text(IDENTITY) identityNumber?: string;
  @UuidList({ maxItems: 20, optional: true }) attachments?: string[];
  @Flag({ optional: true, description: 'left to its queue, instead of staying with the caller' })
  handOver?: boolean;
  @Text({ max: 20_000, lines: true, optional: true, description: 'answers it on the spot and resolves it' })
  answer?: string;
}

export class ContinueBody {
  @Text({ max: 60, description: 'number of a ticket' }) ticket: string;
  @Text({ max: 20_000, lines: true, description: 'what the requester said' }) said: string;
  @Flag({ optional: true, description: 'the caller takes it at once' }) takeIt?: boolean;
}

export class EndVisitBody {
  @Text({ max: 40, optional: true, description: 'a wrap-up code' }) code?: string;
}

export class DeskShown {
  @Shown() label: string;
  @Shown({ type: PersonShown, nullable: true }) takenBy: PersonShown | null;
}
export class CentreShown {
  @Shown() key: string;
  @Shown() name: LocalizedName;
  @Shown({ type: [DeskShown] }) desks: DeskShown[];
}
export class CentreList {
  @Shown({ type: [CentreShown] }) data: CentreShown[];
}

export class VisitTicketShown {
  @Shown() number: string;
  @Shown() subject: string;
  @Shown({ enum: TICKET_STATUSES }) status: TicketStatus;
  @Shown({ enum: PRIORITIES }) priority: Priority;
  @Shown() language: string;
  @Shown({ type: String, nullable: true }) service: string | null;
  @Shown({ type: String, nullable: true, description: 'name' }) requester: string | null;
}
export class VisitShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ enum: VISIT_STATES }) state: VisitState;
  @Shown({ type: String, nullable: true, example: 'B-014' }) callNumber: string | null;
  @Shown({ format: 'date-time' }) cameAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) calledAt: string | null;
  @Shown({ type: String, format: 'date-time', nullable: true }) servedAt: string | null;
  @Shown({ type: String, nullable: true, description: 'label of a desk' }) desk: string | null;
  @Shown({ type: PersonShown, nullable: true }) staff: PersonShown | null;
  @Shown({ type: VisitTicketShown, nullable: true }) ticket: VisitTicketShown | null;
}

export class CentreName {
  @Shown() key: string;
  @Shown() name: LocalizedName;
}
export class SittingShown {
  @Shown() desk: string;
  @Shown() centre: CentreName;
  @Shown({ format: 'date-time' }) since: string;
}
export class CounterShown {
  @Shown({ type: SittingShown, nullable: true }) sitting: SittingShown | null;
  @Shown({ type: VisitShown, nullable: true, description: 'whom the caller has called or receives' })
  visit: VisitShown | null;
  @Shown({ type: [VisitShown] }) waiting: VisitShown[];
}

export class FoundRequesterShown {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) name: string | null;
  @Shown({ enum: AUDIENCES }) audience: Audience;
  @Shown({ type: String, nullable: true }) language: string | null;
  @Shown({ type: String, nullable: true }) phone: string | null;
  @Shown({ type: String, nullable: true }) email: string | null;
  @Shown({ type: String, nullable: true, description: 'the end of their identity number' })
  identityEnding: string | null;
  @Shown({ enum: ['phone', 'email', 'identity'], isArray: true }) by: ('phone' | 'email' | 'identity')[];
}
export class FoundRequesters {
  @Shown({ type: [FoundRequesterShown] }) data: FoundRequesterShown[];
  @Shown({
    type: String,
    enum: ['form', 'check_digit'],
    nullable: true,
    description: 'why the identity number looks mistyped; a warning, never a refusal',
  })
  doubt: 'form' | 'check_digit' | null;
}

export class KnownMatterShown {
  @Shown() number: string;
  @Shown() subject: string;
  @Shown({ enum: TICKET_STATUSES }) status: TicketStatus;
  @Shown({ enum: CHANNELS }) channel: Channel;
  @Shown({ format: 'date-time' }) updatedAt: string;
  @Shown({ description: 'of the same requester' }) own: boolean;
  @Shown({ type: PersonShown, nullable: true }) assignee: PersonShown | null;
}
export class KnownMatters {
  @Shown({ type: [KnownMatterShown] }) data: KnownMatterShown[];
}

export class QrShown {
  @Shown({ type: 'integer', description: 'modules a side, with the quiet zone' }) size: number;
  @Shown({ description: 'the dark modules as a path of SVG' }) path: string;
}
export class ReceiptCentre {
  @Shown() name: LocalizedName;
  @Shown() address: LocalizedName;
}
export class ReceiptShown {
  @Shown({ enum: ['ar', 'en'], description: 'the requester’s' }) language: 'ar' | 'en';
  @Shown() number: string;
  @Shown() trackingCode: string;
  @Shown() subject: string;
  @Shown({ enum: TICKET_STATUSES }) status: TicketStatus;
  @Shown() centre: ReceiptCentre;
  @Shown({ type: String, nullable: true }) desk: string | null;
  @Shown({ type: String, nullable: true }) callNumber: string | null;
  @Shown({ format: 'date-time' }) receivedAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) expectedAt: string | null;
  @Shown({ description: 'where the code leads' }) link: string;
  @Shown() qr: QrShown;
}
