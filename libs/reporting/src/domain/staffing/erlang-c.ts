/** A group of agents and its load; times in seconds. */
export interface QueueingLoad {
  /** in Erlang: contacts a second × mean handle time */
  traffic: number;
  /** mean handle time */
  ahtSeconds: number;
  agents: number;
  /** the X of "answered within X seconds" */
  thresholdSeconds: number;
}

/** The expected results. Shares are between 0 and 1. */
export interface QueueingResult {
  /** share of contacts that have to wait */
  pWait: number;
  /** mean wait of all contacts, answered or not */
  meanWaitSeconds: number;
  /** share answered in time, of contacts answered or still waiting at the threshold */
  serviceLevel: number;
  occupancy: number;
  /** share that gives up */
  abandonment: number;
}

/** Without load nobody waits. */
export const NO_LOAD_RESULT: QueueingResult = {
  pWait: 0,
  meanWaitSeconds: 0,
  serviceLevel: 1,
  occupancy: 0,
  abandonment: 0,
};

/**
 * Erlang's loss formula (Erlang B) by its recursion, B₀ = 1, Bₖ = aBₖ₋₁ ⁄ (k + aBₖ₋₁). Each step reduces the error of
 * the one before, so the result is exact to rounding for any number of agents, and no factorial can overflow.
 * @param traffic in Erlang
 */
export function erlangB(agents: number, traffic: number): number {
  let blocked = 1;
  for (let k = 1; k <= agents && blocked > 0; k++) blocked = nextErlangB(blocked, k, traffic);
  return blocked;
}

const nextErlangB = (blocked: number, k: number, traffic: number) =>
  (traffic * blocked) / (k + traffic * blocked);

/**
 * Erlang C: nobody gives up. A. K. Erlang 1917; in this form R. B. Cooper, Introduction to Queueing Theory, 2nd ed.,
 * §3.5: C = B ⁄ (1 − ρ(1 − B)), ASA = C·AHT ⁄ (n − a), SL = 1 − C·e^(−(n−a)T⁄AHT).
 * @returns null when it is unstable: agents ≤ traffic, the queue grows without end
 */
export function erlangC(load: QueueingLoad): QueueingResult | null {
  const { traffic, agents } = load;
  if (traffic === 0) return NO_LOAD_RESULT;
  return agents > traffic ? expectationOf(erlangB(agents, traffic), load) : null;
}

function expectationOf(blocked: number, load: QueueingLoad): QueueingResult {
  const { traffic, agents, ahtSeconds, thresholdSeconds } = load;
  const spare = agents - traffic;
  const occupancy = traffic / agents;
  // 1 − ρ(1 − B), written so that near-equal numbers are not subtracted
  const pWait = blocked / (spare / agents + occupancy * blocked);
  return {
    pWait,
    meanWaitSeconds: (pWait * ahtSeconds) / spare,
    serviceLevel: 1 - pWait * Math.exp((-spare * thresholdSeconds) / ahtSeconds),
    occupancy,
    abandonment: 0,
  };
}

/**
 * The fewest agents that are enough, in one pass of the recursion.
 * @returns null when not even `max` are
 */
export function minAgentsErlangC(
  load: Omit<QueueingLoad, 'agents'>,
  isEnough: (expected: QueueingResult) => boolean,
  max: number,
): { agents: number; expected: QueueingResult } | null {
  const { traffic } = load;
  if (traffic === 0) return { agents: 0, expected: NO_LOAD_RESULT };
  let blocked = 1;
  for (let agents = 1; agents <= max; agents++) {
    blocked = nextErlangB(blocked, agents, traffic);
    if (agents <= traffic) continue;
    const expected = expectationOf(blocked, { ...load, agents });
    if (isEnough(expected)) return { agents, expected };
  }
  return null;
}
