import { type FieldFault, invalid, unprocessable } from '#wasl/kernel';
import { erlangA, minAgentsErlangA } from './erlang-a.js';
import { erlangC, type QueueingResult, minAgentsErlangC } from './erlang-c.js';

/** The largest group supported; the search for the fewest agents goes somewhat beyond it. */
export const MAX_TRAFFIC = 10_000;
export const MAX_AGENTS = 10_000;
const MAX_SEARCHED_AGENTS = 2 * MAX_AGENTS;

/** The parameters of staffing that do not depend on volume. Times in seconds, shares between 0 and 1. */
export interface StaffingTerms {
  ahtSeconds: number;
  thresholdSeconds: number;
  /** mean patience; without it nobody gives up */
  patienceSeconds?: number | null;
  /** maximum occupancy, whatever the service level; applies to the search by `target` */
  maxOccupancy?: number | null;
  /** share of paid time away from work: breaks, training, leave */
  shrinkage?: number | null;
}

export interface StaffingQuestion extends StaffingTerms {
  /** contacts in one interval */
  calls: number;
  intervalSeconds: number;
  /** the number of agents … */
  agents?: number | null;
  /** … or the service level to reach with the fewest agents */
  target?: number | null;
}

export interface StaffingAnswer {
  model: 'erlang_c' | 'erlang_a';
  /** agents at work */
  agents: number;
  /** rostered agents, so that after shrinkage `agents` are at work */
  rostered: number;
  trafficErlang: number;
  pWait: number;
  /** mean wait of all contacts, including those who gave up */
  asaSeconds: number;
  serviceLevel: number;
  occupancy: number;
  abandonment: number;
}

/**
 * Computes what given agents achieve, or the fewest agents for a target.
 * @throws invalid with each fault; unprocessable `staffing.unstable` when the agents cannot keep up and nobody gives
 *   up; unprocessable `staffing.out_of_reach` when no number of agents within the search limit is enough
 */
export function computeStaffing(question: StaffingQuestion): StaffingAnswer {
  const traffic = (question.calls * question.ahtSeconds) / question.intervalSeconds;
  const faults = faultsOf(question, traffic);
  if (faults.length > 0) throw invalid(faults);
  const found = question.agents == null ? findMinAgents(question, traffic) : withAgents(question, traffic);
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

/** ⌈agents ⁄ (1 − shrinkage)⌉, tolerating rounding errors. */
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

function findMinAgents(question: StaffingQuestion, traffic: number): Found {
  const { patienceSeconds, maxOccupancy, target } = question;
  const isEnough = (expected: QueueingResult) =>
    expected.serviceLevel >= target! && expected.occupancy <= (maxOccupancy ?? 1);
  const load = { ...question, traffic };
  const found =
    patienceSeconds == null
      ? minAgentsErlangC(load, isEnough, MAX_SEARCHED_AGENTS)
      : minAgentsErlangA({ ...load, patienceSeconds }, isEnough, MAX_SEARCHED_AGENTS);
  if (!found) throw unprocessable('staffing.out_of_reach', { agents: MAX_SEARCHED_AGENTS });
  return found;
}

interface Found {
  agents: number;
  expected: QueueingResult;
}

/** Checks that involve several fields. */
function faultsOf(question: StaffingQuestion, traffic: number): FieldFault[] {
  const faults: FieldFault[] = [];
  const [agents, target] = [question.agents ?? null, question.target ?? null];
  if (agents === null && target === null) faults.push({ path: 'agents', code: 'agents_or_target' });
  if (agents !== null && target !== null) faults.push({ path: 'target', code: 'agents_or_target' });
  if (traffic > MAX_TRAFFIC)
    faults.push({ path: 'calls', code: 'traffic_too_large', params: { most: MAX_TRAFFIC } });
  return faults;
}
