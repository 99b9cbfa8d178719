import { CandidateRanking, AssignedAgents } from './candidates.js';
import { type Choice, type FreeAgent, pickCandidate, type WaitingWork } from './choose-agent.js';
import { explainChoice } from './explain.js';
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
  const candidates = new CandidateRanking(agents, rules);
  const taken = new AssignedAgents();
  const given = new Map<string, number>();
  const assignments: Assignment[] = [];
  for (const work of waiting) {
    if (taken.inOrder.length === agents.length) break;
    const kind = candidates.poolFor(work);
    if (kind.nextIndex >= kind.ranked.length) continue;
    const { total } = kind.rules.limits;
    const inHands = (held.get(work.queueId) ?? 0) + (given.get(work.queueId) ?? 0);
    if (total !== null && inHands >= total) continue;
    const chosen = pickCandidate(work, kind, taken);
    if (!chosen) continue;
    assignments.push({
      workId: work.id,
      agentId: chosen.agent.id,
      why: explainChoice(work, kind, chosen, taken),
    });
    taken.add(chosen.agent.id);
    given.set(work.queueId, (given.get(work.queueId) ?? 0) + 1);
  }
  return assignments;
}
