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
import { Choice, Email, Flag, NestedObject, Key, ResponseField, Text, Uuid, UuidList } from '#wasl/platform';
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
  @NestedObject(() => RequesterBody, { description: 'of one who was found: what they add' })
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
  @ResponseField() label: string;
  @ResponseField({ type: PersonShown, nullable: true }) takenBy: PersonShown | null;
}
export class CentreShown {
  @ResponseField() key: string;
  @ResponseField() name: LocalizedName;
  @ResponseField({ type: [DeskShown] }) desks: DeskShown[];
}
export class CentreList {
  @ResponseField({ type: [CentreShown] }) data: CentreShown[];
}

export class VisitTicketShown {
  @ResponseField() number: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: TICKET_STATUSES }) status: TicketStatus;
  @ResponseField({ enum: PRIORITIES }) priority: Priority;
  @ResponseField() language: string;
  @ResponseField({ type: String, nullable: true }) service: string | null;
  @ResponseField({ type: String, nullable: true, description: 'name' }) requester: string | null;
}
export class VisitShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: VISIT_STATES }) state: VisitState;
  @ResponseField({ type: String, nullable: true, example: 'B-014' }) callNumber: string | null;
  @ResponseField({ format: 'date-time' }) cameAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) calledAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) servedAt: string | null;
  @ResponseField({ type: String, nullable: true, description: 'label of a desk' }) desk: string | null;
  @ResponseField({ type: PersonShown, nullable: true }) staff: PersonShown | null;
  @ResponseField({ type: VisitTicketShown, nullable: true }) ticket: VisitTicketShown | null;
}

export class CentreName {
  @ResponseField() key: string;
  @ResponseField() name: LocalizedName;
}
export class DeskAssignmentShown {
  @ResponseField() desk: string;
  @ResponseField() centre: CentreName;
  @ResponseField({ format: 'date-time' }) since: string;
}
export class CounterShown {
  @ResponseField({ type: DeskAssignmentShown, nullable: true }) sitting: DeskAssignmentShown | null;
  @ResponseField({ type: VisitShown, nullable: true, description: 'whom the caller has called or receives' })
  visit: VisitShown | null;
  @ResponseField({ type: [VisitShown] }) waiting: VisitShown[];
}

export class FoundRequesterShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) name: string | null;
  @ResponseField({ enum: AUDIENCES }) audience: Audience;
  @ResponseField({ type: String, nullable: true }) language: string | null;
  @ResponseField({ type: String, nullable: true }) phone: string | null;
  @ResponseField({ type: String, nullable: true }) email: string | null;
  @ResponseField({ type: String, nullable: true, description: 'the end of their identity number' })
  identityEnding: string | null;
  @ResponseField({ enum: ['phone', 'email', 'identity'], isArray: true }) by: (
    'phone' | 'email' | 'identity'
  )[];
}
export class FoundRequesters {
  @ResponseField({ type: [FoundRequesterShown] }) data: FoundRequesterShown[];
  @ResponseField({
    type: String,
    enum: ['form', 'check_digit'],
    nullable: true,
    description: 'why the identity number looks mistyped; a warning, never a refusal',
  })
  doubt: 'form' | 'check_digit' | null;
}

export class SimilarMatterShown {
  @ResponseField() number: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: TICKET_STATUSES }) status: TicketStatus;
  @ResponseField({ enum: CHANNELS }) channel: Channel;
  @ResponseField({ format: 'date-time' }) updatedAt: string;
  @ResponseField({ description: 'of the same requester' }) own: boolean;
  @ResponseField({ type: PersonShown, nullable: true }) assignee: PersonShown | null;
}
export class SimilarMatters {
  @ResponseField({ type: [SimilarMatterShown] }) data: SimilarMatterShown[];
}

export class QrShown {
  @ResponseField({ type: 'integer', description: 'modules a side, with the quiet zone' }) size: number;
  @ResponseField({ description: 'the dark modules as a path of SVG' }) path: string;
}
export class ReceiptCentre {
  @ResponseField() name: LocalizedName;
  @ResponseField() address: LocalizedName;
}
export class ReceiptShown {
  @ResponseField({ enum: ['ar', 'en'], description: 'the requester’s' }) language: 'ar' | 'en';
  @ResponseField() number: string;
  @ResponseField() trackingCode: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: TICKET_STATUSES }) status: TicketStatus;
  @ResponseField() centre: ReceiptCentre;
  @ResponseField({ type: String, nullable: true }) desk: string | null;
  @ResponseField({ type: String, nullable: true }) callNumber: string | null;
  @ResponseField({ format: 'date-time' }) receivedAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) expectedAt: string | null;
  @ResponseField({ description: 'where the code leads' }) link: string;
  @ResponseField() qr: QrShown;
}
