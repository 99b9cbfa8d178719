import {
  AUDIENCES,
  type Audience,
  CLOCK_KINDS,
  type ClockKind,
  ESCALATIONS,
  type Escalation,
  PRIORITIES,
  type Priority,
  TICKET_KINDS,
  type TicketKind,
} from '#wasl/contracts';
import {
  Choice,
  ChoiceList,
  Decimal,
  Flag,
  NestedObject,
  NestedList,
  Integer,
  Key,
  TimestampField,
  ResponseField,
  Text,
  Uuid,
} from '#wasl/platform';
import { NameBody } from '../admin/directory.dto.js';
import { PageMeta } from '../tickets/ticket.dto.js';

export class TargetBody {
  @Integer({ min: 1, max: 5_256_000, description: 'minutes of the policy’s calendar' }) minutes: number;
  @Flag({ optional: true, description: 'takes the service’s own promise when the ticket has a service' })
  ofService?: boolean;
}
export class TargetsBody {
  @NestedObject(() => TargetBody, { optional: true }) first_response?: TargetBody;
  @NestedObject(() => TargetBody, { optional: true }) next_response?: TargetBody;
  @NestedObject(() => TargetBody, { optional: true }) resolution?: TargetBody;
  @NestedObject(() => TargetBody, {
    optional: true,
    description: 'the requester hears something at least so often',
  })
  update?: TargetBody;
}
const FACTOR = { min: 0.01, max: 100, optional: true };
export class FactorsBody {
  @Decimal(FACTOR) low?: number;
  @Decimal(FACTOR) normal?: number;
  @Decimal(FACTOR) high?: number;
  @Decimal(FACTOR) urgent?: number;
}
const CLOCKS = { optional: true, description: 'clocks that stand still meanwhile' };
export class PausesBody {
  @ChoiceList(CLOCK_KINDS, CLOCKS) requester?: ClockKind[];
  @ChoiceList(CLOCK_KINDS, CLOCKS) entity?: ClockKind[];
  @ChoiceList(CLOCK_KINDS, CLOCKS) third_party?: ClockKind[];
}
export class StepBody {
  @Key({ max: 40, description: 'unique within the policy' }) key: string;
  @Choice(CLOCK_KINDS) clock: ClockKind;
  @Integer({ min: 1, max: 1_000, description: 'percent of the clock’s time; 100 is the breach' })
  percent: number;
  @Choice(ESCALATIONS) do: Escalation;
  @Choice(PRIORITIES, { optional: true, description: 'for raise_priority' }) priority?: Priority;
  @Key({ max: 40, optional: true, description: 'for move' }) queue?: string;
}

/** The optional fields of a policy. */
class PolicyFields {
  @Text({ max: 60, optional: true, description: 'code; null: any or none' }) service?: string | null;
  @Choice(TICKET_KINDS, { optional: true, description: 'null: any' }) kind?: TicketKind | null;
  @Choice(PRIORITIES, { optional: true, description: 'null: any' }) priority?: Priority | null;
  @Choice(AUDIENCES, { optional: true, description: 'null: any' }) audience?: Audience | null;
  @NestedObject(() => FactorsBody, {
    optional: true,
    description: 'what targets are multiplied by, by priority',
  })
  factors?: FactorsBody;
  @NestedObject(() => PausesBody, { optional: true }) pauses?: PausesBody;
  @Integer({ min: 1, max: 99, optional: true }) atRiskPercent?: number;
  @Integer({
    min: 0,
    max: 100,
    optional: true,
    description: 'percent of the target that a reopened ticket has at least',
  })
  reopenPercent?: number;
  @NestedList(() => StepBody, { maxItems: 20, optional: true }) steps?: StepBody[];
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class PolicyPatchBody extends PolicyFields {
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
  @Key({ max: 40, optional: true, description: 'a calendar’s key, or `always`' }) calendar?: string;
  @NestedObject(() => TargetsBody, { optional: true, description: 'clocks that are not named do not run' })
  targets?: TargetsBody;
}
export class PolicyBody extends PolicyFields {
  @Key({ max: 40 }) key: string;
  @NestedObject(() => NameBody) name: NameBody;
  @Key({ max: 40, description: 'a calendar’s key, or `always`' }) calendar: string;
  @NestedObject(() => TargetsBody, { description: 'clocks that are not named do not run' })
  targets: TargetsBody;
}

export class PolicyAnswer {
  @ResponseField() key: string;
  @ResponseField() name: NameBody;
  @ResponseField() calendar: string;
  @ResponseField({ type: String, nullable: true }) service: string | null;
  @ResponseField({ type: String, enum: TICKET_KINDS, nullable: true }) kind: TicketKind | null;
  @ResponseField({ type: String, enum: PRIORITIES, nullable: true }) priority: Priority | null;
  @ResponseField({ type: String, enum: AUDIENCES, nullable: true }) audience: Audience | null;
  @ResponseField() targets: TargetsBody;
  @ResponseField() factors: FactorsBody;
  @ResponseField() pauses: PausesBody;
  @ResponseField({ type: 'integer' }) atRiskPercent: number;
  @ResponseField({ type: 'integer' }) reopenPercent: number;
  @ResponseField({ type: [StepBody] }) steps: StepBody[];
  @ResponseField() active: boolean;
  @ResponseField({ type: 'integer' }) version: number;
}
export class PolicyPage {
  @ResponseField({ type: [PolicyAnswer] }) data: PolicyAnswer[];
  @ResponseField() meta: PageMeta;
}

export class PolicyQuestionBody {
  @Text({ max: 60, optional: true, description: 'code' }) service?: string | null;
  @Choice(TICKET_KINDS, { optional: true }) kind?: TicketKind;
  @Choice(PRIORITIES, { optional: true }) priority?: Priority;
  @Choice(AUDIENCES, { optional: true }) audience?: Audience;
  @TimestampField({ optional: true, description: 'when the ticket opens; now, unless said' }) from?: string;
}
export class SlaTargetPreview {
  @ResponseField({ enum: CLOCK_KINDS }) clock: ClockKind;
  @ResponseField() minutes: number;
  @ResponseField({ format: 'date-time' }) atRiskAt: string;
  @ResponseField({ format: 'date-time' }) dueAt: string;
}
export class PolicyPreview {
  @ResponseField({ type: String, nullable: true, description: 'null: nothing is promised' }) policy:
    string | null;
  @ResponseField({ type: [String], description: 'all that fit, the most specific first' }) fitting: string[];
  @ResponseField({ type: String, nullable: true }) calendar: string | null;
  @ResponseField({ type: [SlaTargetPreview] }) clocks: SlaTargetPreview[];
}

export class DutyBody {
  @Key({ max: 40, optional: true, description: 'without: for queues that have nobody of their own' })
  queue?: string | null;
  @Uuid({ description: 'id of a member of staff' }) staff: string;
  @TimestampField() from: string;
  @TimestampField({ optional: true, description: 'without: until further notice' }) to?: string | null;
}
export class DutyPerson {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
}
export class DutyAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) queue: string | null;
  @ResponseField() staff: DutyPerson;
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) to: string | null;
}
export class DutyList {
  @ResponseField({ type: [DutyAnswer] }) data: DutyAnswer[];
}
