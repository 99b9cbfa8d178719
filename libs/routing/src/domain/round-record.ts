import type { FreeAgent, WaitingWork, WorkKind } from './choose-agent.js';
import { type QueueRules, type RoundRules, rulesOf } from './queue-rules.js';
import { requirementsOf } from './requirements.js';
import { type Assignment, routeRound } from './route-round.js';

/**
 * What is needed to replay a round, as plain JSON. Unassigned work took no agent, so it is left out; so are agents who
 * could have got none of the assigned work, and their irrelevant skills.
 */
export interface RoundRecord {
  work: WaitingWork[];
  agents: RecordedAgent[];
  rules: Record<string, QueueRules>;
  held: Record<string, number>;
}
interface RecordedAgent extends Omit<FreeAgent, 'queueIds' | 'kinds'> {
  queueIds: string[];
  kinds?: WorkKind[];
}

export function recordRound(
  assignments: readonly Assignment[],
  waiting: readonly WaitingWork[],
  agents: readonly FreeAgent[],
  rules: RoundRules,
  held: ReadonlyMap<string, number> = new Map(),
): RoundRecord {
  const assigned = new Set(assignments.map((one) => one.workId));
  const work = waiting.filter((one) => assigned.has(one.id)).map(toRecordedWork);
  const relevance = relevanceOf(work, rules);
  return {
    work,
    agents: agents
      .filter((agent) => isRelevant(agent, relevance))
      .map((agent) => toRecordedAgent(agent, relevance)),
    rules: Object.fromEntries([...relevance.ownQueues].map((id) => [id, rulesOf(rules, id)])),
    held: Object.fromEntries([...held].filter(([id]) => relevance.ownQueues.has(id))),
  };
}

/** The inputs of the round; null when nothing was assigned. */
export function restoreRound(record: RoundRecord): {
  work: readonly WaitingWork[];
  agents: readonly FreeAgent[];
  rules: RoundRules;
  held: ReadonlyMap<string, number>;
} | null {
  const queues = new Map(Object.entries(record.rules));
  const agents = record.agents.map(({ queueIds, kinds, ...agent }) => ({
    ...agent,
    queueIds: new Set(queueIds),
    ...(kinds && { kinds: new Set(kinds) }),
  }));
  const [defaults] = queues.values();
  if (!defaults) return null;
  return {
    work: record.work,
    agents,
    rules: { queues, defaults },
    held: new Map(Object.entries(record.held)),
  };
}

/** The same choices again, from the stored record. */
export function replayRound(record: RoundRecord): Assignment[] {
  const round = restoreRound(record);
  return round ? routeRound(round.work, round.agents, round.rules, round.held) : [];
}

interface Relevance {
  ownQueues: ReadonlySet<string>;
  /** including overflow queues */
  queues: ReadonlySet<string>;
  entities: ReadonlySet<string>;
  skills: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

function relevanceOf(work: readonly WaitingWork[], rules: RoundRules): Relevance {
  const ownQueues = new Set(work.map((one) => one.queueId));
  const queues = new Set(ownQueues);
  const entities = new Set<string>();
  const skills = new Set<string>();
  for (const one of work) {
    const { stages, preferredSkills } = requirementsOf(one.queueId, rulesOf(rules, one.queueId), one);
    const last = stages.at(-1)!;
    for (const id of last.queues) queues.add(id);
    for (const id of last.entities) entities.add(id);
    for (const skill of [...preferredSkills.keys(), ...stages[0]!.required.keys()]) skills.add(skill);
  }
  const groups = new Set(work.flatMap((one) => one.readerGroups ?? []));
  return { ownQueues, queues, entities, skills, groups };
}

function isRelevant(agent: FreeAgent, { queues, entities }: Relevance): boolean {
  return (
    (agent.entityId != null && entities.has(agent.entityId)) ||
    [...agent.queueIds].some((id) => queues.has(id))
  );
}

function toRecordedAgent(agent: FreeAgent, { queues, skills, groups }: Relevance): RecordedAgent {
  const { queueIds, kinds, groups: all, ...rest } = agent;
  const shared = all?.filter((group) => groups.has(group)) ?? [];
  return {
    ...rest,
    skills: onlySkills(agent.skills, skills),
    queueIds: [...queueIds].filter((id) => queues.has(id)),
    ...(kinds && { kinds: [...kinds] }),
    ...(shared.length > 0 && { groups: shared }),
  };
}

/** Most agents have no skills beyond the relevant ones: their map is reused. */
function onlySkills(
  levels: Readonly<Record<string, number>>,
  skills: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const all = Object.keys(levels);
  const wanted = all.filter((skill) => skills.has(skill));
  return wanted.length === all.length
    ? levels
    : Object.fromEntries(wanted.map((skill) => [skill, levels[skill]!]));
}

/** Drops any additional fields of the reader's rows. */
function toRecordedWork(work: WaitingWork): WaitingWork {
  return {
    id: work.id,
    queueId: work.queueId,
    units: work.units,
    priority: work.priority,
    language: work.language,
    skills: work.skills,
    waitedSeconds: work.waitedSeconds,
    stickyAgentId: work.stickyAgentId,
    declinedBy: work.declinedBy,
    kind: work.kind,
    interrupts: work.interrupts,
    stickyAtWork: work.stickyAtWork,
    stickyFor: work.stickyFor,
    dueInSeconds: work.dueInSeconds,
    vip: work.vip,
    vulnerable: work.vulnerable,
    ...(work.readerGroups && { readerGroups: work.readerGroups }),
  };
}
