import { Candidates, Taken } from './candidates.js';
import { type Choice, type FreeAgent, pick, type WaitingWork } from './choose-agent.js';
import { explain } from './explain.js';
import { DEFAULT_ROUND_RULES, type RoundRules } from './queue-rules.js';

export interface Assignment extends Choice {
  workId: string;
}

/**
 * One round: takes the waiting work in order and assigns each item to the best agent still free. An agent gets at most
 * one offer per round, and none while another is open, because people answer one thing at a time. Agents are ranked once
 * per set of requirements, so a round costs about waiting items + sets × agents.
 * @param waiting ordered by urgency
 * @param held assigned and offered work items, by queue with a total limit
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
