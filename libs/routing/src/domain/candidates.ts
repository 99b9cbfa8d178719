import { isInReaderGroups } from '#wasl/kernel';
import type { FreeAgent, WaitingWork } from './choose-agent.js';
import { type QueueRules, type RoundRules, rulesOf } from './queue-rules.js';
import { requirementsOf, type Requirements, type RelaxationStage, stageAt } from './requirements.js';

/** An agent eligible for a kind of work. */
export interface Candidate {
  agent: FreeAgent;
  /** the relaxation step at which this agent became eligible: 0 on arrival */
  relaxationStep: number;
}

/** Work with the same requirements shares one ranked list of candidates. */
export interface CandidatePool {
  stage: number;
  rules: QueueRules;
  requirements: Requirements;
  /** best first */
  ranked: readonly Candidate[];
  byId: ReadonlyMap<string, Candidate>;
  /** index in `ranked` of the first candidate who may still be free; only grows */
  nextIndex: number;
  /** how many of `ranked` remain, after so many assignments in all */
  remaining: { many: number; after: number };
}

/** The agents already assigned in this round, in order. */
export class AssignedAgents {
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

/** Greater than the sum of all skill levels of one person. */
const MAX_LEVEL_SUM = 10_000;
const MAX_PREFERRED = 1_000;

/**
 * Ranks agents for work, once per set of requirements. Order: eligible at the earlier step, then more preferred skills
 * met, then higher levels in them, then longest idle, then lowest id. The order is total, so that the same inputs always
 * give the same choice.
 */
export class CandidateRanking {
  private readonly agents: readonly FreeAgent[];
  /** the agents in the same order, by queue they serve */
  private readonly byQueue = new Map<string, FreeAgent[]>();
  private readonly pools = new Map<string, CandidatePool>();
  private readonly requirements = new Map<string, Requirements>();

  constructor(
    agents: Iterable<FreeAgent>,
    private readonly rules: RoundRules,
  ) {
    this.agents = [...agents].sort(byIdleness);
    for (const agent of this.agents)
      for (const queueId of agent.queueIds) {
        const sameQueue = this.byQueue.get(queueId);
        if (sameQueue) sameQueue.push(agent);
        else this.byQueue.set(queueId, [agent]);
      }
  }

  poolFor(work: WaitingWork): CandidatePool {
    const rules = rulesOf(this.rules, work.queueId);
    const stage = stageAt(rules, work.waitedSeconds);
    const requirementKey = `${work.queueId}|${work.language ?? ''}|${skillsKey(work.skills)}`;
    const key = `${requirementKey}|${stage}|${work.units}|${work.interrupts ? 1 : 0}|${work.kind ?? ''}|${work.readerGroups ? JSON.stringify(work.readerGroups) : ''}`;
    let kind = this.pools.get(key);
    if (!kind) {
      let requirements = this.requirements.get(requirementKey);
      if (!requirements) {
        requirements = requirementsOf(work.queueId, rules, work);
        this.requirements.set(requirementKey, requirements);
      }
      const ranked = this.rank(work, rules, requirements, stage);
      const byId = new Map(ranked.map((candidate) => [candidate.agent.id, candidate]));
      kind = {
        stage,
        rules,
        requirements,
        ranked,
        byId,
        nextIndex: 0,
        remaining: { many: ranked.length, after: 0 },
      };
      this.pools.set(key, kind);
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
    for (const agent of this.agentsAt(requirements.stages[stage]!)) {
      if (!mayServe(agent, work) || !hasCapacity(agent, work, rules)) continue;
      const reach = relaxationStepOf(agent, requirements.stages, stage);
      if (reach < 0) continue;
      const { met, levels } = skillFit(agent, requirements.preferredSkills);
      ranked.push({
        agent,
        relaxationStep: reach,
        rank: (reach * MAX_PREFERRED - met) * MAX_LEVEL_SUM - levels,
      });
    }
    // Stable: the agents were already sorted by idle time.
    return ranked.sort((a, b) => a.rank - b.rank);
  }

  /** Includes every agent who may serve the stage; for most work those of one queue are enough. */
  private agentsAt({ queues, entities }: RelaxationStage): readonly FreeAgent[] {
    if (queues.size > 1 || entities.size > 0) return this.agents;
    const [only] = queues;
    return this.byQueue.get(only!) ?? [];
  }
}

/** How many candidates of this pool have no assignment yet. */
export function countRemaining({ byId, remaining }: CandidatePool, taken: AssignedAgents): number {
  for (; remaining.after < taken.inOrder.length; remaining.after++)
    if (byId.has(taken.inOrder[remaining.after]!)) remaining.many--;
  return remaining.many;
}

/** How many preferred skills an agent meets, and the sum of the levels in all of them. */
export function skillFit(
  agent: FreeAgent,
  wishes: Requirements['preferredSkills'],
): { met: number; levels: number } {
  let met = 0;
  let levels = 0;
  for (const [skill, wished] of wishes) {
    const level = agent.skills[skill] ?? 0;
    if (level >= wished) met++;
    levels += level;
  }
  return { met, levels };
}

/** Whether the agent may read the work's ticket. No relaxation step lifts this. */
export const mayServe = (agent: Pick<FreeAgent, 'groups'>, { readerGroups }: WaitingWork): boolean =>
  isInReaderGroups(agent.groups, readerGroups);

/** Whether the work fits into the agent's free capacity, by kind and number too. */
export function hasCapacity(agent: FreeAgent, work: WaitingWork, rules: QueueRules): boolean {
  const free = work.interrupts ? (agent.freeUnitsInterrupting ?? agent.freeUnits) : agent.freeUnits;
  if (free < work.units) return false;
  if (work.kind && agent.kinds && !agent.kinds.has(work.kind)) return false;
  const most = rules.limits.perAgent;
  return most === null || (agent.heldByQueue?.[work.queueId] ?? 0) < most;
}

/** @returns -1 when the agent is not eligible at `stage` */
function relaxationStepOf(agent: FreeAgent, stages: readonly RelaxationStage[], stage: number): number {
  if (!meetsStage(agent, stages[stage]!)) return -1;
  let reach = stage;
  while (reach > 0 && meetsStage(agent, stages[reach - 1]!)) reach--;
  return reach;
}

/** Whether the agent meets all requirements of a stage. */
export function meetsStage(agent: FreeAgent, stage: RelaxationStage): boolean {
  for (const [skill, level] of stage.required) if ((agent.skills[skill] ?? 0) < level) return false;
  return servesStage(agent, stage);
}

export function servesStage(agent: FreeAgent, stage: RelaxationStage): boolean {
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

export function isAssignable(work: WaitingWork, { agent }: Candidate, taken: AssignedAgents): boolean {
  return !taken.has(agent.id) && !work.declinedBy.includes(agent.id);
}
