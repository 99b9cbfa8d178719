import { type FieldFault, invalid, unprocessable } from '#wasl/kernel';
import { erlangA, fewestByErlangA } from './erlang-a.js';
import { erlangC, type Expectation, fewestByErlangC } from './erlang-c.js';

/** The largest group these figures are for; the search for the fewest goes somewhat beyond it. */
export const MOST_TRAFFIC = 10_000;
export const MOST_AGENTS = 10_000;
const SEARCHED = 2 * MOST_AGENTS;

/** How work is staffed: what does not depend on how much of it there is. Times in seconds, shares between 0 and 1. */
export interface StaffingTerms {
  ahtSeconds: number;
  thresholdSeconds: number;
  /** mean patience; without it everybody waits as long as it takes */
  patienceSeconds?: number | null;
  /** agents are not to be busier than this, whatever the service level; holds for the search by `target` */
  maxOccupancy?: number | null;
  /** share of paid time in which people are not at their desks: breaks, training, leave */
  shrinkage?: number | null;
}

export interface StaffingQuestion extends StaffingTerms {
  /** contacts in one interval */
  calls: number;
  intervalSeconds: number;
  /** how many there are … */
  agents?: number | null;
  /** … or the service level that is wanted of the fewest */
  target?: number | null;
}

export interface StaffingAnswer {
  model: 'erlang_c' | 'erlang_a';
  /** at their desks */
  agents: number;
  /** on the roster, so that after shrinkage `agents` are at their desks */
  rostered: number;
  trafficErlang: number;
  pWait: number;
  /** mean wait of all contacts; with patience, of those who gave up too */
  asaSeconds: number;
  serviceLevel: number;
  occupancy: number;
  abandonment: number;
}

/**
 * Answers a staffing question: what these agents can do, or how few can do what is wanted.
 * @throws invalid with each fault; unprocessable `staffing.unstable` when the agents cannot keep up and nobody gives up;
 *   unprocessable `staffing.out_of_reach` when no number of agents that is looked at is enough
 */
export function staff(question: StaffingQuestion): StaffingAnswer {
  const traffic = (question.calls * question.ahtSeconds) / question.intervalSeconds;
  const faults = faultsOf(question, traffic);
  if (faults.length > 0) throw invalid(faults);
  const found = question.agents == null ? fewest(question, traffic) : withAgents(question, traffic);
  const { expected } = found;
  return {
    model: question.patienceSeconds == null ? 'erlang_c' : 'erlang_a',
    agents: found.agents,
    rostered: rosteredFor(found.agents, question.shrinkage ?? 0),
    trafficErlang: traffic,
    pWait: expected.pWait,
    asaSeconds: expected.meanWaitSeconds,
    serviceLevel: expected.serviceLevel,
    occupancy: expected.occupancy,
    abandonment: expected.abandonment,
  };
}

/** ⌈agents ⁄ (1 − shrinkage)⌉, forgiving what rounding adds to a whole number. */
export function rosteredFor(agents: number, shrinkage: number): number {
  return Math.max(0, Math.ceil(agents / (1 - shrinkage) - 1e-9));
}

function withAgents(question: StaffingQuestion, traffic: number): Found {
  const { patienceSeconds } = question;
  const agents = question.agents!;
  const load = { ...question, traffic, agents };
  const expected = patienceSeconds == null ? erlangC(load) : erlangA({ ...load, patienceSeconds });
  if (!expected)
    throw unprocessable('staffing.unstable', { agents, traffic: Math.round(traffic * 100) / 100 });
  return { agents, expected };
}

function fewest(question: StaffingQuestion, traffic: number): Found {
  const { patienceSeconds, maxOccupancy, target } = question;
  const isEnough = (expected: Expectation) =>
    expected.serviceLevel >= target! && expected.occupancy <= (maxOccupancy ?? 1);
  const load = { ...question, traffic };
  const found =
    patienceSeconds == null
      ? fewestByErlangC(load, isEnough, SEARCHED)
      : fewestByErlangA({ ...load, patienceSeconds }, isEnough, SEARCHED);
  if (!found) throw unprocessable('staffing.out_of_reach', { agents: SEARCHED });
  return found;
}

interface Found {
  agents: number;
  expected: Expectation;
}

/** What the bounds of single fields cannot say. */
function faultsOf(question: StaffingQuestion, traffic: number): FieldFault[] {
  const faults: FieldFault[] = [];
  const [agents, target] = [question.agents ?? null, question.target ?? null];
  if (agents === null && target === null) faults.push({ path: 'agents', code: 'agents_or_target' });
  if (agents !== null && target !== null) faults.push({ path: 'target', code: 'agents_or_target' });
  if (traffic > MOST_TRAFFIC)
    faults.push({ path: 'calls', code: 'traffic_too_large', params: { most: MOST_TRAFFIC } });
  return faults;
}
