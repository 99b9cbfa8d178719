import {
  CHANNELS,
  type Channel,
  ENTITY_KINDS,
  type EntityKind,
  PRESENCE_STATES,
  type PresenceState,
  PRIORITIES,
  type Priority,
} from '#wasl/contracts';
import { Choice, ResponseField, Text } from '#wasl/platform';
import { UNSERVED_REASONS, type Verdict, VERDICTS } from '#wasl/routing';

export class PresenceBody {
  @Choice(['available', 'not_ready', 'offline']) state: 'available' | 'not_ready' | 'offline';
  @Text({ max: 40, optional: true, description: 'required for not_ready' }) reason?: string;
}

export class ForcePresenceBody {
  @Choice(['not_ready', 'offline']) state: 'not_ready' | 'offline';
  @Text({ max: 300, optional: true, description: 'why; kept with the change' }) reason?: string;
}

export class NextPresence {
  @ResponseField({ enum: PRESENCE_STATES }) state: PresenceState;
  @ResponseField({ type: String, nullable: true }) reason: string | null;
}

export class CapacityShown {
  @ResponseField({ type: 'integer' }) units: number;
  @ResponseField({ type: 'integer' }) held: number;
}

export class PresenceAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField({ enum: PRESENCE_STATES }) state: PresenceState;
  @ResponseField({ type: String, nullable: true }) reason: string | null;
  @ResponseField({ format: 'date-time' }) since: string;
  @ResponseField({ type: [String] }) queues: string[];
  @ResponseField({ type: String, format: 'date-time', nullable: true }) wrapUpUntil: string | null;
  @ResponseField({ type: NextPresence, nullable: true }) next: NextPresence | null;
  @ResponseField() capacity: CapacityShown;
}

export class PresenceSetBy {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
}

export class PresencePeriodShown {
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true, description: 'null while it lasts' })
  to: string | null;
  @ResponseField({ enum: PRESENCE_STATES }) state: PresenceState;
  @ResponseField({ type: String, nullable: true }) reason: string | null;
  @ResponseField({ type: PresenceSetBy, nullable: true, description: 'the supervisor who set it' })
  by: PresenceSetBy | null;
  @ResponseField({ type: String, nullable: true, description: 'why the supervisor set it' })
  note: string | null;
}

export class PresenceDayAnswer {
  @ResponseField({ format: 'date', description: 'of the country’s calendar' }) day: string;
  @ResponseField({ type: [PresencePeriodShown], description: 'in order' }) periods: PresencePeriodShown[];
}

export class DeclineBody {
  @Text({ max: 40 }) reason: string;
}

export class OfferTicket {
  @ResponseField() number: string;
  @ResponseField() subject: string;
  @ResponseField({ enum: PRIORITIES }) priority: Priority;
  @ResponseField({ enum: CHANNELS }) channel: Channel;
}

export class OfferReasonShown {
  @ResponseField() code: string;
  @ResponseField({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  params: Record<string, string | number>;
}

export class OfferAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() ticket: OfferTicket;
  @ResponseField() queue: string;
  @ResponseField({ format: 'date-time' }) expiresAt: string;
  @ResponseField({ type: [OfferReasonShown] }) why: OfferReasonShown[];
}

export class OfferList {
  @ResponseField({ type: [OfferAnswer] }) data: OfferAnswer[];
}

export class DecisionScope {
  @ResponseField({ type: 'integer' }) agents: number;
  @ResponseField({ type: 'integer' }) work: number;
}

export class ReplayedDecision {
  @ResponseField({ format: 'uuid' }) agentId: string;
  @ResponseField({ type: [OfferReasonShown] }) why: OfferReasonShown[];
}

export class CandidateAgent {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
}

export class CandidateShown {
  @ResponseField() agent: CandidateAgent;
  @ResponseField({ enum: VERDICTS }) verdict: Verdict;
  @ResponseField({ description: 'knows the matter' }) knows: boolean;
  @ResponseField({
    type: Number,
    nullable: true,
    description: 'step of waiting from which they were eligible',
  })
  step: number | null;
  @ResponseField({ type: 'integer', description: 'how many of the wishes they meet' }) met: number;
  @ResponseField({ type: 'integer', description: 'their levels in all wishes together' }) levels: number;
  @ResponseField({ type: 'integer' }) idleSeconds: number;
  @ResponseField({
    type: String,
    nullable: true,
    description: 'the reason with which they declined an earlier offer of it',
  })
  declinedFor: string | null;
}

export class PreferredSkillShown {
  @ResponseField() skill: string;
  @ResponseField({ type: 'integer' }) level: number;
}

export class DecisionAnswer {
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField() pool: string;
  @ResponseField({ type: 'integer' }) rulesVersion: number;
  @ResponseField({ format: 'uuid' }) agentId: string;
  @ResponseField({ type: [OfferReasonShown] }) why: OfferReasonShown[];
  @ResponseField() considered: DecisionScope;
  @ResponseField({ type: ReplayedDecision, nullable: true }) repeated: ReplayedDecision | null;
  @ResponseField({ type: [CandidateShown], description: 'best first; thirty at most' })
  candidates: CandidateShown[];
  @ResponseField({ type: [PreferredSkillShown] }) wishes: PreferredSkillShown[];
}

export class AcceptedOffer {
  @ResponseField() number: string;
}

export class LocalizedName {
  @ResponseField() ar: string;
  @ResponseField() en: string;
}

export class QueueAnswer {
  @ResponseField() key: string;
  @ResponseField() name: LocalizedName;
  @ResponseField({ type: 'integer' }) thresholdSeconds: number;
  @ResponseField({
    type: String,
    nullable: true,
    enum: UNSERVED_REASONS,
    description: 'why nobody can serve it',
  })
  unserved: string | null;
}

export class QueueList {
  @ResponseField({ type: [QueueAnswer] }) data: QueueAnswer[];
}

export class QueueAgents {
  @ResponseField({ type: 'integer' }) available: number;
  @ResponseField({ type: 'integer' }) busy: number;
  @ResponseField({ type: 'integer' }) wrapUp: number;
  @ResponseField({ type: 'integer' }) notReady: number;
  @ResponseField({ type: 'integer' }) offline: number;
}

export class ServiceLevelShown {
  @ResponseField({ type: Number, nullable: true }) percent: number | null;
  @ResponseField({ type: 'integer' }) thresholdSeconds: number;
}

export class QueueLiveAnswer {
  @ResponseField() key: string;
  @ResponseField() name: LocalizedName;
  @ResponseField({ type: 'integer' }) position: number;
  @ResponseField({ type: 'integer' }) waiting: number;
  @ResponseField({ type: 'integer' }) longestWaitSeconds: number;
  @ResponseField({ type: 'integer' }) offered: number;
  @ResponseField({ type: 'integer' }) handling: number;
  @ResponseField() agents: QueueAgents;
  @ResponseField() serviceLevel: ServiceLevelShown;
  @ResponseField({ type: 'integer' }) arrivedToday: number;
  @ResponseField({ type: 'integer' }) resolvedToday: number;
  @ResponseField({ type: 'integer' }) abandonedToday: number;
  @ResponseField({ type: 'integer' }) seq: number;
  @ResponseField({ format: 'date-time' }) at: string;
}

export class ReasonAnswer {
  @ResponseField() key: string;
  @ResponseField() name: LocalizedName;
}

export class ReasonList {
  @ResponseField({ type: [ReasonAnswer] }) data: ReasonAnswer[];
}

export class ServiceAnswer {
  @ResponseField() code: string;
  @ResponseField() name: LocalizedName;
  @ResponseField() queue: string;
}

export class ServiceList {
  @ResponseField({ type: [ServiceAnswer] }) data: ServiceAnswer[];
}

export class EntityAnswer {
  @ResponseField() key: string;
  @ResponseField() name: LocalizedName;
  @ResponseField({ enum: ENTITY_KINDS }) kind: EntityKind;
  @ResponseField({ type: String, nullable: true, description: 'key of the entity it is a part of' })
  parent: string | null;
}

export class EntityList {
  @ResponseField({ type: [EntityAnswer] }) data: EntityAnswer[];
}

export class StaffAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField({ enum: PRESENCE_STATES }) state: PresenceState;
  @ResponseField({ type: [String] }) queues: string[];
}

export class StaffList {
  @ResponseField({ type: [StaffAnswer] }) data: StaffAnswer[];
}
