import {
  CandidateRanking,
  skillFit,
  hasCapacity,
  mayServe,
  type CandidatePool,
  servesStage,
  AssignedAgents,
} from './candidates.js';
import { type FreeAgent, pickCandidate, type WaitingWork } from './choose-agent.js';
import { restoreRound, type RoundRecord } from './round-record.js';
import { routeRound } from './route-round.js';

/** The result for an agent when one work item was assigned. */
export const VERDICTS = [
  'chosen',
  /** would have been next */
  'next',
  /** got more urgent work in the same round */
  'taken',
  'declined',
  'no_room',
  'no_skill',
  'other_queue',
  /** is in none of the groups that may read the restricted service */
  'not_in_groups',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** An agent who was considered, with the values that ranked them. */
export interface RankedAgent {
  agentId: string;
  verdict: Verdict;
  /** the sticky agent, who goes before all others for a time */
  knows: boolean;
  /** the relaxation step at which they became eligible, 0 on arrival; null when they were not */
  step: number | null;
  /** how many preferred skills they meet, and the sum of their levels in all of them */
  met: number;
  levels: number;
  idleSeconds: number;
}

export interface Ranking {
  /** best first, the chosen one at the top */
  agents: RankedAgent[];
  wishes: { skill: string; level: number }[];
}

/** The agents of a stored round, ranked for one of its work items. */
export function rankCandidates(record: RoundRecord, workId: string): Ranking {
  const round = restoreRound(record);
  const work = round?.work.find((one) => one.id === workId);
  if (!round || !work) return { agents: [], wishes: [] };
  const before = new Set(round.work.slice(0, round.work.indexOf(work)).map(({ id }) => id));
  const assigned = routeRound(round.work, round.agents, round.rules, round.held);
  const taken = new AssignedAgents(
    assigned.filter((one) => before.has(one.workId)).map(({ agentId }) => agentId),
  );
  const kind = new CandidateRanking(round.agents, round.rules).poolFor(work);
  const chosen = pickCandidate(work, kind, taken)?.agent.id;
  const eligible = kind.ranked.map(({ agent, relaxationStep }) =>
    toRankedAgent(agent, work, kind, eligibleVerdict(agent, work, taken, chosen), relaxationStep),
  );
  const others = round.agents
    .filter((agent) => !kind.byId.has(agent.id))
    .map((agent) => toRankedAgent(agent, work, kind, ineligibleVerdict(agent, work, kind), null));
  return {
    agents: [
      ...eligible.filter(({ verdict }) => verdict === 'chosen'),
      ...eligible.filter(({ verdict }) => verdict !== 'chosen'),
      ...others,
    ],
    wishes: [...kind.requirements.preferredSkills].map(([skill, level]) => ({ skill, level })),
  };
}

function eligibleVerdict(
  agent: FreeAgent,
  work: WaitingWork,
  taken: AssignedAgents,
  chosen: string | undefined,
): Verdict {
  if (agent.id === chosen) return 'chosen';
  if (work.declinedBy.includes(agent.id)) return 'declined';
  return taken.has(agent.id) ? 'taken' : 'next';
}

function ineligibleVerdict(
  agent: FreeAgent,
  work: WaitingWork,
  { stage, requirements, rules }: CandidatePool,
): Verdict {
  if (!servesStage(agent, requirements.stages[stage]!)) return 'other_queue';
  if (!mayServe(agent, work)) return 'not_in_groups';
  return hasCapacity(agent, work, rules) ? 'no_skill' : 'no_room';
}

function toRankedAgent(
  agent: FreeAgent,
  work: WaitingWork,
  { requirements }: CandidatePool,
  verdict: Verdict,
  step: number | null,
): RankedAgent {
  return {
    agentId: agent.id,
    verdict,
    knows: agent.id === work.stickyAgentId,
    step,
    ...skillFit(agent, requirements.preferredSkills),
    idleSeconds: Math.round(agent.idleSeconds),
  };
}
