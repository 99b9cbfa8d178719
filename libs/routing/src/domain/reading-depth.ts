import { passes } from './candidates.js';
import type { FreeAgent, WaitingWork } from './choose-agent.js';
import { type RoundRules, rulesOf } from './queue-rules.js';
import { requirementsOf } from './requirements.js';
import type { Assignment } from './route-round.js';

/** A kind of work of which more waits than was read. */
export interface Cut {
  queueId: string;
  language: string | null;
  /** where its last piece that was read stands in all that was read; what was not read comes after */
  last: number;
}

export interface Read {
  /** in its order */
  waiting: readonly WaitingWork[];
  cuts: readonly Cut[];
  agents: readonly FreeAgent[];
  rules: RoundRules;
  /** how much work of a queue is in all hands together, for queues with a total limit */
  held: ReadonlyMap<string, number>;
}

/** Read beyond what the agents could take: what they declined, or what waits for somebody in particular. */
const SPARE = 4;
const MOST_SPARE = 500;
const GROWTH = 4;

/**
 * How deep each kind of work is read, one try after the other: an equal share of what the agents could take first, as
 * work of many kinds waits as a rule; in the end more than all of them could take.
 * @param queues among which the work is
 */
export function depthsFor(agents: number, queues: number): number[] {
  const deepest = agents + MOST_SPARE;
  const depths = [];
  for (let depth = SPARE + Math.ceil(agents / Math.max(1, queues)); depth < deepest; depth *= GROWTH)
    depths.push(depth);
  return [...depths, deepest];
}

/**
 * Whether work that was not read could have got somebody. A piece can only get an agent who may ever serve its kind, and
 * whom nothing before it got; when there is none for what comes after a cut, reading on would change nothing.
 */
export function mustReadOn(
  { cuts, waiting, agents, rules, held }: Read,
  assignments: readonly Assignment[],
): boolean {
  if (cuts.length === 0) return false;
  const places = new Map(waiting.map(({ id }, place) => [id, place]));
  const gotAt = new Map(assignments.map(({ agentId, workId }) => [agentId, places.get(workId)!]));
  const givenBefore = (queueId: string, place: number) =>
    assignments.filter(({ workId }) => {
      const at = places.get(workId)!;
      return at <= place && waiting[at]!.queueId === queueId;
    }).length;
  return cuts.some((cut) => {
    const queue = rulesOf(rules, cut.queueId);
    const { perAgent, total } = queue.limits;
    // Other kinds of its queue count too, as far as they come before it.
    if (total !== null && (held.get(cut.queueId) ?? 0) + givenBefore(cut.queueId, cut.last) >= total)
      return false;
    // Steps only ever ask for less: whom the last one refuses, all refuse.
    const stage = requirementsOf(cut.queueId, queue, { language: cut.language, skills: {} }).stages.at(-1)!;
    return agents.some(
      (agent) =>
        (gotAt.get(agent.id) ?? Infinity) > cut.last &&
        passes(agent, stage) &&
        (perAgent === null || (agent.heldByQueue?.[cut.queueId] ?? 0) < perAgent),
    );
  });
}
