import type { FreeAgent, WaitingWork, WorkKind } from './choose-agent.js';
import { type QueueRules, type RoundRules, rulesOf } from './queue-rules.js';
import { requirementsOf } from './requirements.js';
import { type Assignment, routeRound } from './route-round.js';

/**
 * What of a round is needed to repeat it, as plain JSON. Work that got nobody took nobody, so it is left out; so are
 * agents who could have got none of it, and what they know beyond it.
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
  const given = new Set(assignments.map((one) => one.workId));
  const work = waiting.filter((one) => given.has(one.id)).map(plainWork);
  const of = concernOf(work, rules);
  return {
    work,
    agents: agents.filter((agent) => isConcerned(agent, of)).map((agent) => plainAgent(agent, of)),
    rules: Object.fromEntries([...of.ownQueues].map((id) => [id, rulesOf(rules, id)])),
    held: Object.fromEntries([...held].filter(([id]) => of.ownQueues.has(id))),
  };
}

/** What a round was decided from, as it was decided from; null when nothing was decided. */
export function roundOf(record: RoundRecord): {
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

/** The same choices as then, from what was kept. */
export function replayRound(record: RoundRecord): Assignment[] {
  const round = roundOf(record);
  return round ? routeRound(round.work, round.agents, round.rules, round.held) : [];
}

interface Concern {
  ownQueues: ReadonlySet<string>;
  /** overflow included */
  queues: ReadonlySet<string>;
  entities: ReadonlySet<string>;
  skills: ReadonlySet<string>;
}

function concernOf(work: readonly WaitingWork[], rules: RoundRules): Concern {
  const ownQueues = new Set(work.map((one) => one.queueId));
  const queues = new Set(ownQueues);
  const entities = new Set<string>();
  const skills = new Set<string>();
  for (const one of work) {
    const { stages, wishes } = requirementsOf(one.queueId, rulesOf(rules, one.queueId), one);
    const last = stages.at(-1)!;
    for (const id of last.queues) queues.add(id);
    for (const id of last.entities) entities.add(id);
    for (const skill of [...wishes.keys(), ...stages[0]!.required.keys()]) skills.add(skill);
  }
  return { ownQueues, queues, entities, skills };
}

function isConcerned(agent: FreeAgent, { queues, entities }: Concern): boolean {
  return (
    (agent.entityId != null && entities.has(agent.entityId)) ||
    [...agent.queueIds].some((id) => queues.has(id))
  );
}

function plainAgent(agent: FreeAgent, { queues, skills }: Concern): RecordedAgent {
  const { queueIds, kinds, ...rest } = agent;
  return {
    ...rest,
    skills: onlyThose(agent.skills, skills),
    queueIds: [...queueIds].filter((id) => queues.has(id)),
    ...(kinds && { kinds: [...kinds] }),
  };
}

/** Most agents know nothing beyond what is asked for somewhere: theirs are taken as they are. */
function onlyThose(
  levels: Readonly<Record<string, number>>,
  skills: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const all = Object.keys(levels);
  const wanted = all.filter((skill) => skills.has(skill));
  return wanted.length === all.length
    ? levels
    : Object.fromEntries(wanted.map((skill) => [skill, levels[skill]!]));
}

/** What is left of whatever the reader passed along with the work. */
function plainWork(work: WaitingWork): WaitingWork {
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
  };
}
