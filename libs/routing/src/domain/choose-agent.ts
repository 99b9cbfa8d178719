import type { Channel, OfferReason, Priority } from '#wasl/contracts';
import { type Candidate, Candidates, type Kind, mayTake, Taken } from './candidates.js';
import { explain } from './explain.js';
import { DEFAULT_ROUND_RULES, type RoundRules } from './queue-rules.js';

/** What takes capacity: a live call, or a ticket that came by a channel. */
export type WorkKind = Channel | 'call';

/** Work that waits, as far as choosing an agent goes. What may be left out has no influence when it is. */
export interface WaitingWork {
  id: string;
  queueId: string;
  /** capacity that it takes */
  units: number;
  priority: Priority;
  /** key of a language skill, or null when it does not matter */
  language: string | null;
  /** skills that this piece asks for beyond its queue, with the least level */
  skills: Readonly<Record<string, number>>;
  waitedSeconds: number;
  /** the agent who knows the matter */
  stickyAgentId: string | null;
  declinedBy: readonly string[];
  kind?: WorkKind;
  /** it may interrupt work that allows it */
  interrupts?: boolean;
  /** whether the agent who knows the matter is at work, and so worth waiting for */
  stickyAtWork?: boolean;
  /** how that agent comes to know it */
  stickyFor?: StickyFor;
  /** until its promise is broken; negative when it is */
  dueInSeconds?: number | null;
  vip?: boolean;
  vulnerable?: boolean;
}
export type StickyFor = 'ticket' | 'requester' | 'reopened';

/** An agent who is available. */
export interface FreeAgent {
  id: string;
  queueIds: ReadonlySet<string>;
  /** level by skill key, 1–5 */
  skills: Readonly<Record<string, number>>;
  freeUnits: number;
  /** the same for work that may interrupt: what is held and can be laid aside counts as free */
  freeUnitsInterrupting?: number;
  idleSeconds: number;
  entityId?: string | null;
  /** how much work of a queue is in hand, for queues with a limit */
  heldByQueue?: Readonly<Record<string, number>>;
  /** what the agent's profile admits; everything when left out */
  kinds?: ReadonlySet<WorkKind>;
}

export interface Choice {
  agentId: string;
  why: OfferReason[];
}

/**
 * Chooses the agent for one piece of work, and says why. Among those eligible at this stage of its wait: the one who
 * knows the matter (within the sticky time), then by the order of `Candidates`.
 * @returns null when nobody is eligible, or when it waits for the agent who knows it
 */
export function chooseAgent(
  work: WaitingWork,
  agents: Iterable<FreeAgent>,
  rules: RoundRules = DEFAULT_ROUND_RULES,
): Choice | null {
  const kind = new Candidates(agents, rules).kindOf(work);
  const nobody = new Taken();
  const chosen = pick(work, kind, nobody);
  return chosen && { agentId: chosen.agent.id, why: explain(work, kind, chosen, nobody) };
}

export function pick(work: WaitingWork, kind: Kind, taken: Taken): Candidate | null {
  const { sticky } = kind.rules;
  if (
    work.stickyAgentId !== null &&
    work.waitedSeconds <= Math.max(sticky.preferSeconds, sticky.holdSeconds)
  ) {
    const knows = kind.byId.get(work.stickyAgentId);
    if (knows && mayTake(work, knows, taken)) return knows;
    if (isHeld(work, kind)) return null;
  }
  while (kind.next < kind.ranked.length && taken.has(kind.ranked[kind.next]!.agent.id)) kind.next++;
  for (let i = kind.next; i < kind.ranked.length; i++) {
    const candidate = kind.ranked[i]!;
    if (mayTake(work, candidate, taken)) return candidate;
  }
  return null;
}

/** Waits for the agent who knows it, who is at work and has not declined it. */
export function isHeld(work: WaitingWork, { rules }: Pick<Kind, 'rules'>): boolean {
  return (
    work.stickyAgentId !== null &&
    work.stickyAtWork === true &&
    work.waitedSeconds < rules.sticky.holdSeconds &&
    !work.declinedBy.includes(work.stickyAgentId)
  );
}
