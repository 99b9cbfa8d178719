import type { Channel, OfferReason, Priority } from '#wasl/contracts';
import {
  type Candidate,
  CandidateRanking,
  type CandidatePool,
  isAssignable,
  AssignedAgents,
} from './candidates.js';
import { explainChoice } from './explain.js';
import { DEFAULT_ROUND_RULES, type RoundRules } from './queue-rules.js';

/** What takes capacity: a live call, or a ticket by its channel. */
export type WorkKind = Channel | 'call';

/** Waiting work as far as the choice of an agent needs it. Optional fields have no influence when left out. */
export interface WaitingWork {
  id: string;
  queueId: string;
  /** capacity units that it takes */
  units: number;
  priority: Priority;
  /** key of a language skill, or null when it does not matter */
  language: string | null;
  /** skills that this item requires beyond its queue, with the minimum level */
  skills: Readonly<Record<string, number>>;
  waitedSeconds: number;
  /** the agent who knows the ticket or the requester */
  stickyAgentId: string | null;
  declinedBy: readonly string[];
  kind?: WorkKind;
  /** it may interrupt work that allows it */
  interrupts?: boolean;
  /** whether that agent is at work, and so worth waiting for */
  stickyAtWork?: boolean;
  /** why that agent is preferred */
  stickyFor?: StickyFor;
  /** time until its due time; negative when overdue */
  dueInSeconds?: number | null;
  vip?: boolean;
  vulnerable?: boolean;
  /** its service is restricted to agents in one of these groups, however long it waits */
  readerGroups?: readonly string[] | null;
}
export type StickyFor = 'ticket' | 'requester' | 'reopened';

/** An agent who is available. */
export interface FreeAgent {
  id: string;
  queueIds: ReadonlySet<string>;
  /** level by skill key, 1–5 */
  skills: Readonly<Record<string, number>>;
  freeUnits: number;
  /** the same for work that may interrupt: interruptible work counts as free capacity */
  freeUnitsInterrupting?: number;
  idleSeconds: number;
  entityId?: string | null;
  /** work items of a queue that the agent has, for queues with a limit */
  heldByQueue?: Readonly<Record<string, number>>;
  /** kinds of work that the agent's profile allows; all when left out */
  kinds?: ReadonlySet<WorkKind>;
  /** the restricted services that the agent may read are those that name one of these */
  groups?: readonly string[];
}

export interface Choice {
  agentId: string;
  why: OfferReason[];
}

/**
 * Chooses the agent for one work item, and says why. Among those eligible at its current stage: the sticky agent
 * (within the sticky time), then by the order of `Candidates`.
 * @returns null when nobody is eligible, or when it waits for the sticky agent
 */
export function chooseAgent(
  work: WaitingWork,
  agents: Iterable<FreeAgent>,
  rules: RoundRules = DEFAULT_ROUND_RULES,
): Choice | null {
  const kind = new CandidateRanking(agents, rules).poolFor(work);
  const noneAssigned = new AssignedAgents();
  const chosen = pickCandidate(work, kind, noneAssigned);
  return chosen && { agentId: chosen.agent.id, why: explainChoice(work, kind, chosen, noneAssigned) };
}

export function pickCandidate(
  work: WaitingWork,
  kind: CandidatePool,
  taken: AssignedAgents,
): Candidate | null {
  const { sticky } = kind.rules;
  if (
    work.stickyAgentId !== null &&
    work.waitedSeconds <= Math.max(sticky.preferSeconds, sticky.holdSeconds)
  ) {
    const stickyCandidate = kind.byId.get(work.stickyAgentId);
    if (stickyCandidate && isAssignable(work, stickyCandidate, taken)) return stickyCandidate;
    if (isWaitingForStickyAgent(work, kind)) return null;
  }
  while (kind.nextIndex < kind.ranked.length && taken.has(kind.ranked[kind.nextIndex]!.agent.id))
    kind.nextIndex++;
  for (let i = kind.nextIndex; i < kind.ranked.length; i++) {
    const candidate = kind.ranked[i]!;
    if (isAssignable(work, candidate, taken)) return candidate;
  }
  return null;
}

/** Whether the work waits for its sticky agent, who is at work and has not declined it. */
export function isWaitingForStickyAgent(work: WaitingWork, { rules }: Pick<CandidatePool, 'rules'>): boolean {
  return (
    work.stickyAgentId !== null &&
    work.stickyAtWork === true &&
    work.waitedSeconds < rules.sticky.holdSeconds &&
    !work.declinedBy.includes(work.stickyAgentId)
  );
}
