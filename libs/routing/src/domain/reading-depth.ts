import { meetsStage } from './candidates.js';
import type { FreeAgent, WaitingWork } from './choose-agent.js';
import { type RoundRules, rulesOf } from './queue-rules.js';
import { requirementsOf } from './requirements.js';
import type { Assignment } from './route-round.js';

/** A segment of waiting work of which more exists than was read. */
export interface TruncatedSegment {
  queueId: string;
  language: string | null;
  /** index of its last item among all that was read; unread items come after it */
  lastIndex: number;
}

export interface RoundReading {
  /** ordered by urgency */
  waiting: readonly WaitingWork[];
  truncated: readonly TruncatedSegment[];
  agents: readonly FreeAgent[];
  rules: RoundRules;
  /** assigned and offered work items, by queue with a total limit */
  held: ReadonlyMap<string, number>;
}

/** Read beyond what the agents could take: items they declined, or that wait for a particular agent. */
const EXTRA_DEPTH = 4;
const MAX_EXTRA_DEPTH = 500;
const DEPTH_GROWTH = 4;

/**
 * The depths to which each segment is read, one attempt after the other. The first is an equal share of what the agents
 * could take, since work of many kinds usually waits; the last is more than all of them could take.
 * @param queues number of queues with work
 */
export function readingDepths(agents: number, queues: number): number[] {
  const deepest = agents + MAX_EXTRA_DEPTH;
  const depths = [];
  for (
    let depth = EXTRA_DEPTH + Math.ceil(agents / Math.max(1, queues));
    depth < deepest;
    depth *= DEPTH_GROWTH
  )
    depths.push(depth);
  return [...depths, deepest];
}

/**
 * Whether unread work could have been assigned. An item can only go to an agent who may ever serve its segment and whom
 * no item before it got; when there is no such agent after a truncated segment, reading more changes nothing.
 */
export function needsDeeperRead(
  { truncated, waiting, agents, rules, held }: RoundReading,
  assignments: readonly Assignment[],
): boolean {
  if (truncated.length === 0) return false;
  const positions = new Map(waiting.map(({ id }, position) => [id, position]));
  const assignedAt = new Map(assignments.map(({ agentId, workId }) => [agentId, positions.get(workId)!]));
  const assignedBefore = (queueId: string, position: number) =>
    assignments.filter(({ workId }) => {
      const at = positions.get(workId)!;
      return at <= position && waiting[at]!.queueId === queueId;
    }).length;
  return truncated.some((segment) => {
    const queue = rulesOf(rules, segment.queueId);
    const { perAgent, total } = queue.limits;
    // Other segments of the same queue count too, when they come earlier.
    if (
      total !== null &&
      (held.get(segment.queueId) ?? 0) + assignedBefore(segment.queueId, segment.lastIndex) >= total
    )
      return false;
    // Steps only relax: an agent who fails the last one fails all.
    const stage = requirementsOf(segment.queueId, queue, {
      language: segment.language,
      skills: {},
    }).stages.at(-1)!;
    return agents.some(
      (agent) =>
        (assignedAt.get(agent.id) ?? Infinity) > segment.lastIndex &&
        meetsStage(agent, stage) &&
        (perAgent === null || (agent.heldByQueue?.[segment.queueId] ?? 0) < perAgent),
    );
  });
}
