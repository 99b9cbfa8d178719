import { Candidates, Taken } from './candidates.js';
import { type Choice, type FreeAgent, pick, type WaitingWork } from './choose-agent.js';
import { explain } from './explain.js';
import { DEFAULT_ROUND_RULES, type RoundRules } from './queue-rules.js';

export interface Assignment extends Choice {
  workId: string;
}

/**
 * One round: walks the waiting work in its order and gives each piece to the best agent still free. An agent gets at
 * most one offer a round, and none while another is open: people answer one thing at a time.
 * Agents are ranked once for all work that asks for the same, so that a round costs about waiting + kinds × agents.
 * @param waiting in order of urgency
 * @param held how much work of a queue is in all hands together, for queues with a total limit
 */
export function routeRound(
  waiting: readonly WaitingWork[],
  agents: readonly FreeAgent[],
  rules: RoundRules = DEFAULT_ROUND_RULES,
  held: ReadonlyMap<string, number> = new Map(),
): Assignment[] {
  const candidates = new Candidates(agents, rules);
  const taken = new Taken();
  const given = new Map<string, number>();
  const assignments: Assignment[] = [];
  for (const work of waiting) {
    if (taken.inOrder.length === agents.length) break;
    const kind = candidates.kindOf(work);
    if (kind.next >= kind.ranked.length) continue;
    const { total } = kind.rules.limits;
    const inHands = (held.get(work.queueId) ?? 0) + (given.get(work.queueId) ?? 0);
    if (total !== null && inHands >= total) continue;
    const chosen = pick(work, kind, taken);
    if (!chosen) continue;
    assignments.push({ workId: work.id, agentId: chosen.agent.id, why: explain(work, kind, chosen, taken) });
    taken.add(chosen.agent.id);
    given.set(work.queueId, (given.get(work.queueId) ?? 0) + 1);
  }
  return assignments;
}
