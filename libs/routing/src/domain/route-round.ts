import {
  type Choice,
  chooseAgent,
  DEFAULT_RULES,
  type FreeAgent,
  requirementsOf,
  type RoutingRules,
  type WaitingWork,
} from './choose-agent.js';

export interface Assignment extends Choice {
  workId: string;
}

/**
 * One round: walks the waiting work in its order and gives each piece to the best agent still free. An agent gets at
 * most one offer a round, and none while another is open: people answer one thing at a time.
 * Work that asks for the same things as work for which nobody was left is passed over without looking again, so a round
 * costs about waiting + assigned × agents.
 * @param waiting in order of urgency
 */
export function routeRound(
  waiting: readonly WaitingWork[],
  agents: readonly FreeAgent[],
  rules: RoutingRules = DEFAULT_RULES,
): Assignment[] {
  const free = new Map(agents.map((agent) => [agent.id, agent]));
  const hopeless = new Set<string>();
  const assignments: Assignment[] = [];
  for (const work of waiting) {
    if (free.size === 0) break;
    const signature = signatureOf(work, rules);
    if (hopeless.has(signature)) continue;
    const choice = chooseAgent(work, free.values(), rules);
    if (choice) {
      free.delete(choice.agentId);
      assignments.push({ workId: work.id, ...choice });
    } else if (work.declinedBy.length === 0) {
      hopeless.add(signature);
    }
  }
  return assignments;
}

function signatureOf(work: WaitingWork, rules: RoutingRules): string {
  const requirements = Object.entries(requirementsOf(work, rules)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${work.queueId} ${work.units} ${JSON.stringify(requirements)}`;
}
