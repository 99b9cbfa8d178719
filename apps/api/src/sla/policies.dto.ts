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
  Group,
  GroupList,
  Integer,
  Key,
  Moment,
  Shown,
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
  @Group(() => TargetBody, { optional: true }) first_response?: TargetBody;
  @Group(() => TargetBody, { optional: true }) next_response?: TargetBody;
  @Group(() => TargetBody, { optional: true }) resolution?: TargetBody;
  @Group(() => TargetBody, { optional: true, description: 'the requester hears something at least so often' })
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
  @Group(() => FactorsBody, { optional: true, description: 'what targets are multiplied by, by priority' })
  factors?: FactorsBody;
  @Group(() => PausesBody, { optional: true }) pauses?: PausesBody;
  @Integer({ min: 1, max: 99, optional: true }) atRiskPercent?: number;
  @Integer({
    min: 0,
    max: 100,
    optional: true,
    description: 'percent of the target that a reopened ticket has at least',
  })
  reopenPercent?: number;
  @GroupList(() => StepBody, { maxItems: 20, optional: true }) steps?: StepBody[];
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class PolicyPatchBody extends PolicyFields {
  @Group(() => NameBody, { optional: true }) name?: NameBody;
  @Key({ max: 40, optional: true, description: 'a calendar’s key, or `always`' }) calendar?: string;
  @Group(() => TargetsBody, { optional: true, description: 'clocks that are not named do not run' })
  targets?: TargetsBody;
}
export class PolicyBody extends PolicyFields {
  @Key({ max: 40 }) key: string;
  @Group(() => NameBody) name: NameBody;
  @Key({ max: 40, description: 'a calendar’s key, or `always`' }) calendar: string;
  @Group(() => TargetsBody, { description: 'clocks that are not named do not run' }) targets: TargetsBody;
}

export class PolicyAnswer {
  @Shown() key: string;
  @Shown() name: NameBody;
  @Shown() calendar: string;
  @Shown({ type: String, nullable: true }) service: string | null;
  @Shown({ type: String, enum: TICKET_KINDS, nullable: true }) kind: TicketKind | null;
  @Shown({ type: String, enum: PRIORITIES, nullable: true }) priority: Priority | null;
  @Shown({ type: String, enum: AUDIENCES, nullable: true }) audience: Audience | null;
  @Shown() targets: TargetsBody;
  @Shown() factors: FactorsBody;
  @Shown() pauses: PausesBody;
  @Shown({ type: 'integer' }) atRiskPercent: number;
  @Shown({ type: 'integer' }) reopenPercent: number;
  @Shown({ type: [StepBody] }) steps: StepBody[];
  @Shown() active: boolean;
  @Shown({ type: 'integer' }) version: number;
}
export class PolicyPage {
  @Shown({ type: [PolicyAnswer] }) data: PolicyAnswer[];
  @Shown() meta: PageMeta;
}

export class PolicyQuestionBody {
  @Text({ max: 60, optional: true, description: 'code' }) service?: string | null;
  @Choice(TICKET_KINDS, { optional: true }) kind?: TicketKind;
  @Choice(PRIORITIES, { optional: true }) priority?: Priority;
  @Choice(AUDIENCES, { optional: true }) audience?: Audience;
  @Moment({ optional: true, description: 'when the ticket opens; now, unless said' }) from?: string;
}
export class PromisedClock {
  @Shown({ enum: CLOCK_KINDS }) clock: ClockKind;
  @Shown() minutes: number;
  @Shown({ format: 'date-time' }) atRiskAt: string;
  @Shown({ format: 'date-time' }) dueAt: string;
}
export class PolicyPreview {
  @Shown({ type: String, nullable: true, description: 'null: nothing is promised' }) policy: string | null;
  @Shown({ type: [String], description: 'all that fit, the most specific first' }) fitting: string[];
  @Shown({ type: String, nullable: true }) calendar: string | null;
  @Shown({ type: [PromisedClock] }) clocks: PromisedClock[];
}

export class DutyBody {
  @Key({ max: 40, optional: true, description: 'without: for queues that have nobody of their own' })
  queue?: string | null;
  @Uuid({ description: 'id of a member of staff' }) staff: string;
  @Moment() from: string;
  @Moment({ optional: true, description: 'without: until further notice' }) to?: string | null;
}
export class DutyPerson {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
}
export class DutyAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) queue: string | null;
  @Shown() staff: DutyPerson;
  @Shown({ format: 'date-time' }) from: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) to: string | null;
}
export class DutyList {
  @Shown({ type: [DutyAnswer] }) data: DutyAnswer[];
}
