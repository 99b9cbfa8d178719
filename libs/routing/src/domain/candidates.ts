import type { FreeAgent, WaitingWork } from './choose-agent.js';
import { type QueueRules, type RoundRules, rulesOf } from './queue-rules.js';
import { requirementsOf, type Requirements, type Stage, stageAt } from './requirements.js';

/** An agent eligible for a kind of work. */
export interface Candidate {
  agent: FreeAgent;
  /** the stage of the wait at which this agent became eligible: 0 is eligible from the first */
  reach: number;
}

/** All work that asks for the same: its candidates are ranked once. */
export interface Kind {
  stage: number;
  rules: QueueRules;
  requirements: Requirements;
  /** best first */
  ranked: readonly Candidate[];
  byId: ReadonlyMap<string, Candidate>;
  /** where in `ranked` the first that may still be free stands; only grows */
  next: number;
  /** how many of `ranked` are left, when so many in all had got something */
  left: { many: number; after: number };
}

/** Who already got something in a round, in the order in which they did. */
export class Taken {
  readonly inOrder: string[] = [];
  private readonly ids = new Set<string>();

  constructor(ids: Iterable<string> = []) {
    for (const id of ids) this.add(id);
  }

  add(agentId: string): void {
    if (this.ids.has(agentId)) return;
    this.ids.add(agentId);
    this.inOrder.push(agentId);
  }

  has(agentId: string): boolean {
    return this.ids.has(agentId);
  }
}

/** More than the levels of all skills of a person together. */
const FIT_BOUND = 10_000;
const WISH_BOUND = 1_000;

/**
 * Ranks agents for work, each kind of work once. Best is who was eligible at the earlier stage, then who meets more
 * of the wishes, then who has the higher levels in them, then the longest idle, then the lowest id: a total order, so
 * that the same inputs always give the same choice.
 */
export class Candidates {
  private readonly agents: readonly FreeAgent[];
  /** the same, in the same order, by queue that they serve */
  private readonly byQueue = new Map<string, FreeAgent[]>();
  private readonly kinds = new Map<string, Kind>();
  private readonly requirements = new Map<string, Requirements>();

  constructor(
    agents: Iterable<FreeAgent>,
    private readonly rules: RoundRules,
  ) {
    this.agents = [...agents].sort(byIdleness);
    for (const agent of this.agents)
      for (const queueId of agent.queueIds) {
        const those = this.byQueue.get(queueId);
        if (those) those.push(agent);
        else this.byQueue.set(queueId, [agent]);
      }
  }

  kindOf(work: WaitingWork): Kind {
    const rules = rulesOf(this.rules, work.queueId);
    const stage = stageAt(rules, work.waitedSeconds);
    const asked = `${work.queueId}|${work.language ?? ''}|${skillsKey(work.skills)}`;
    const key = `${asked}|${stage}|${work.units}|${work.interrupts ? 1 : 0}|${work.kind ?? ''}`;
    let kind = this.kinds.get(key);
    if (!kind) {
      let requirements = this.requirements.get(asked);
      if (!requirements) {
        requirements = requirementsOf(work.queueId, rules, work);
        this.requirements.set(asked, requirements);
      }
      const ranked = this.rank(work, rules, requirements, stage);
      const byId = new Map(ranked.map((candidate) => [candidate.agent.id, candidate]));
      kind = { stage, rules, requirements, ranked, byId, next: 0, left: { many: ranked.length, after: 0 } };
      this.kinds.set(key, kind);
    }
    return kind;
  }

  private rank(
    work: WaitingWork,
    rules: QueueRules,
    requirements: Requirements,
    stage: number,
  ): readonly Candidate[] {
    const ranked: (Candidate & { rank: number })[] = [];
    for (const agent of this.mayServe(requirements.stages[stage]!)) {
      if (!hasRoom(agent, work, rules)) continue;
      const reach = reachOf(agent, requirements.stages, stage);
      if (reach < 0) continue;
      const { met, levels } = fitOf(agent, requirements.wishes);
      ranked.push({ agent, reach, rank: (reach * WISH_BOUND - met) * FIT_BOUND - levels });
    }
    // Stable: the agents came in the order of their idleness.
    return ranked.sort((a, b) => a.rank - b.rank);
  }

  /** Nobody who serves is left out; most work is for those of one queue. */
  private mayServe({ queues, entities }: Stage): readonly FreeAgent[] {
    if (queues.size > 1 || entities.size > 0) return this.agents;
    const [only] = queues;
    return this.byQueue.get(only!) ?? [];
  }
}

/** How many could be given something of this kind who got nothing so far. */
export function leftIn({ byId, left }: Kind, taken: Taken): number {
  for (; left.after < taken.inOrder.length; left.after++)
    if (byId.has(taken.inOrder[left.after]!)) left.many--;
  return left.many;
}

/** The wishes that an agent meets, and the sum of the levels in all of them. */
export function fitOf(agent: FreeAgent, wishes: Requirements['wishes']): { met: number; levels: number } {
  let met = 0;
  let levels = 0;
  for (const [skill, wished] of wishes) {
    const level = agent.skills[skill] ?? 0;
    if (level >= wished) met++;
    levels += level;
  }
  return { met, levels };
}

/** Whether it fits into what the agent still may hold, by kind and number too. */
export function hasRoom(agent: FreeAgent, work: WaitingWork, rules: QueueRules): boolean {
  const free = work.interrupts ? (agent.freeUnitsInterrupting ?? agent.freeUnits) : agent.freeUnits;
  if (free < work.units) return false;
  if (work.kind && agent.kinds && !agent.kinds.has(work.kind)) return false;
  const most = rules.limits.perAgent;
  return most === null || (agent.heldByQueue?.[work.queueId] ?? 0) < most;
}

/** @returns -1 when the agent is not eligible at `stage` */
function reachOf(agent: FreeAgent, stages: readonly Stage[], stage: number): number {
  if (!passes(agent, stages[stage]!)) return -1;
  let reach = stage;
  while (reach > 0 && passes(agent, stages[reach - 1]!)) reach--;
  return reach;
}

/** Whether a stage of the wait asks for nothing that the agent lacks. */
export function passes(agent: FreeAgent, stage: Stage): boolean {
  for (const [skill, level] of stage.required) if ((agent.skills[skill] ?? 0) < level) return false;
  return serves(agent, stage);
}

export function serves(agent: FreeAgent, stage: Stage): boolean {
  if (agent.entityId && stage.entities.has(agent.entityId)) return true;
  for (const queue of stage.queues) if (agent.queueIds.has(queue)) return true;
  return false;
}

function byIdleness(a: FreeAgent, b: FreeAgent): number {
  return b.idleSeconds - a.idleSeconds || (a.id < b.id ? -1 : 1);
}

function skillsKey(skills: Readonly<Record<string, number>>): string {
  const keys = Object.keys(skills);
  return keys.length === 0
    ? ''
    : keys
        .sort()
        .map((key) => `${key}=${skills[key]}`)
        .join();
}

export function mayTake(work: WaitingWork, { agent }: Candidate, taken: Taken): boolean {
  return !taken.has(agent.id) && !work.declinedBy.includes(agent.id);
}
