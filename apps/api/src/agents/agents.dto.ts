import {
  CHANNELS,
  type Channel,
  PRESENCE_STATES,
  type PresenceState,
  PRIORITIES,
  type Priority,
} from '#wasl/contracts';
import { Choice, Shown, Text } from '#wasl/platform';
import { type Verdict, VERDICTS } from '#wasl/routing';

export class PresenceBody {
  @Choice(['available', 'not_ready', 'offline']) state: 'available' | 'not_ready' | 'offline';
  @Text({ max: 40, optional: true, description: 'required for not_ready' }) reason?: string;
}

export class ForcePresenceBody {
  @Choice(['not_ready', 'offline']) state: 'not_ready' | 'offline';
  @Text({ max: 300, optional: true, description: 'why; kept with the change' }) reason?: string;
}

export class NextPresence {
  @Shown({ enum: PRESENCE_STATES }) state: PresenceState;
  @Shown({ type: String, nullable: true }) reason: string | null;
}

export class CapacityShown {
  @Shown({ type: 'integer' }) units: number;
  @Shown({ type: 'integer' }) held: number;
}

export class PresenceAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
  @Shown({ enum: PRESENCE_STATES }) state: PresenceState;
  @Shown({ type: String, nullable: true }) reason: string | null;
  @Shown({ format: 'date-time' }) since: string;
  @Shown({ type: [String] }) queues: string[];
  @Shown({ type: String, format: 'date-time', nullable: true }) wrapUpUntil: string | null;
  @Shown({ type: NextPresence, nullable: true }) next: NextPresence | null;
  @Shown() capacity: CapacityShown;
}

export class DeclineBody {
  @Text({ max: 40 }) reason: string;
}

export class OfferTicket {
  @Shown() number: string;
  @Shown() subject: string;
  @Shown({ enum: PRIORITIES }) priority: Priority;
  @Shown({ enum: CHANNELS }) channel: Channel;
}

export class OfferReasonShown {
  @Shown() code: string;
  @Shown({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] } })
  params: Record<string, string | number>;
}

export class OfferAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() ticket: OfferTicket;
  @Shown() queue: string;
  @Shown({ format: 'date-time' }) expiresAt: string;
  @Shown({ type: [OfferReasonShown] }) why: OfferReasonShown[];
}

export class OfferList {
  @Shown({ type: [OfferAnswer] }) data: OfferAnswer[];
}

export class DecisionScope {
  @Shown({ type: 'integer' }) agents: number;
  @Shown({ type: 'integer' }) work: number;
}

export class RepeatedDecision {
  @Shown({ format: 'uuid' }) agentId: string;
  @Shown({ type: [OfferReasonShown] }) why: OfferReasonShown[];
}

export class CandidateAgent {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
}

export class CandidateShown {
  @Shown() agent: CandidateAgent;
  @Shown({ enum: VERDICTS }) verdict: Verdict;
  @Shown({ description: 'knows the matter' }) knows: boolean;
  @Shown({ type: Number, nullable: true, description: 'step of waiting from which they were eligible' })
  step: number | null;
  @Shown({ type: 'integer', description: 'how many of the wishes they meet' }) met: number;
  @Shown({ type: 'integer', description: 'their levels in all wishes together' }) levels: number;
  @Shown({ type: 'integer' }) idleSeconds: number;
}

export class WishShown {
  @Shown() skill: string;
  @Shown({ type: 'integer' }) level: number;
}

export class DecisionAnswer {
  @Shown({ format: 'date-time' }) at: string;
  @Shown() pool: string;
  @Shown({ type: 'integer' }) rulesVersion: number;
  @Shown({ format: 'uuid' }) agentId: string;
  @Shown({ type: [OfferReasonShown] }) why: OfferReasonShown[];
  @Shown() considered: DecisionScope;
  @Shown({ type: RepeatedDecision, nullable: true }) repeated: RepeatedDecision | null;
  @Shown({ type: [CandidateShown], description: 'best first; thirty at most' }) candidates: CandidateShown[];
  @Shown({ type: [WishShown] }) wishes: WishShown[];
}

export class AcceptedOffer {
  @Shown() number: string;
}

export class LocalizedName {
  @Shown() ar: string;
  @Shown() en: string;
}

export class QueueAnswer {
  @Shown() key: string;
  @Shown() name: LocalizedName;
  @Shown({ type: 'integer' }) thresholdSeconds: number;
  @Shown({
    type: String,
    nullable: true,
    enum: ['no_agents', 'no_skills'],
    description: 'why nobody can serve it',
  })
  unserved: string | null;
}

export class QueueList {
  @Shown({ type: [QueueAnswer] }) data: QueueAnswer[];
}

export class QueueAgents {
  @Shown({ type: 'integer' }) available: number;
  @Shown({ type: 'integer' }) busy: number;
  @Shown({ type: 'integer' }) wrapUp: number;
  @Shown({ type: 'integer' }) notReady: number;
  @Shown({ type: 'integer' }) offline: number;
}

export class ServiceLevelShown {
  @Shown({ type: Number, nullable: true }) percent: number | null;
  @Shown({ type: 'integer' }) thresholdSeconds: number;
}

export class QueueLiveAnswer {
  @Shown() key: string;
  @Shown({ type: 'integer' }) waiting: number;
  @Shown({ type: 'integer' }) longestWaitSeconds: number;
  @Shown({ type: 'integer' }) offered: number;
  @Shown({ type: 'integer' }) handling: number;
  @Shown() agents: QueueAgents;
  @Shown() serviceLevel: ServiceLevelShown;
  @Shown({ type: 'integer' }) arrivedToday: number;
  @Shown({ type: 'integer' }) resolvedToday: number;
  @Shown({ type: 'integer' }) abandonedToday: number;
  @Shown({ type: 'integer' }) seq: number;
  @Shown({ format: 'date-time' }) at: string;
}

export class ReasonAnswer {
  @Shown() key: string;
  @Shown() name: LocalizedName;
}

export class ReasonList {
  @Shown({ type: [ReasonAnswer] }) data: ReasonAnswer[];
}

export class ServiceAnswer {
  @Shown() code: string;
  @Shown() name: LocalizedName;
  @Shown() queue: string;
}

export class ServiceList {
  @Shown({ type: [ServiceAnswer] }) data: ServiceAnswer[];
}

export class StaffAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
  @Shown({ enum: PRESENCE_STATES }) state: PresenceState;
  @Shown({ type: [String] }) queues: string[];
}

export class StaffList {
  @Shown({ type: [StaffAnswer] }) data: StaffAnswer[];
}
