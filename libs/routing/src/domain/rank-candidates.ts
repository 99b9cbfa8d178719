import { Candidates, fitOf, hasRoom, type Kind, serves, Taken } from './candidates.js';
import { type FreeAgent, pick, type WaitingWork } from './choose-agent.js';
import { roundOf, type RoundRecord } from './round-record.js';
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
export function rankedFor(record: RoundRecord, workId: string): Ranking {
  const round = roundOf(record);
  const work = round?.work.find((one) => one.id === workId);
  if (!round || !work) return { agents: [], wishes: [] };
  const before = new Set(round.work.slice(0, round.work.indexOf(work)).map(({ id }) => id));
  const assigned = routeRound(round.work, round.agents, round.rules, round.held);
  const taken = new Taken(assigned.filter((one) => before.has(one.workId)).map(({ agentId }) => agentId));
  const kind = new Candidates(round.agents, round.rules).kindOf(work);
  const chosen = pick(work, kind, taken)?.agent.id;
  const eligible = kind.ranked.map(({ agent, reach }) =>
    toRankedAgent(agent, work, kind, eligibleVerdict(agent, work, taken, chosen), reach),
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
    wishes: [...kind.requirements.wishes].map(([skill, level]) => ({ skill, level })),
  };
}

function eligibleVerdict(
  agent: FreeAgent,
  work: WaitingWork,
  taken: Taken,
  chosen: string | undefined,
): Verdict {
  if (agent.id === chosen) return 'chosen';
  if (work.declinedBy.includes(agent.id)) return 'declined';
  return taken.has(agent.id) ? 'taken' : 'next';
}

function ineligibleVerdict(
  agent: FreeAgent,
  work: WaitingWork,
  { stage, requirements, rules }: Kind,
): Verdict {
  if (!serves(agent, requirements.stages[stage]!)) return 'other_queue';
  return hasRoom(agent, work, rules) ? 'no_skill' : 'no_room';
}

function toRankedAgent(
  agent: FreeAgent,
  work: WaitingWork,
  { requirements }: Kind,
  verdict: Verdict,
  step: number | null,
): RankedAgent {
  return {
    agentId: agent.id,
    verdict,
    knows: agent.id === work.stickyAgentId,
    step,
    ...fitOf(agent, requirements.wishes),
    idleSeconds: Math.round(agent.idleSeconds),
  };
}
