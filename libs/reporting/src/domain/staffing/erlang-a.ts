import { erlangB, type QueueingResult, NO_LOAD_RESULT, type QueueingLoad } from './erlang-c.js';
import { integrate } from './quadrature.js';

/** Contacts give up after an exponentially distributed patience. */
export interface AbandonmentLoad extends QueueingLoad {
  /** mean patience */
  patienceSeconds: number;
}

export interface AbandonmentResult extends QueueingResult {
  /** mean wait of answered contacts */
  answeredWaitSeconds: number;
}

/** Values below the maximum by more than this exponent are lost in rounding. */
const NEGLIGIBLE_EXPONENT = 46;

/**
 * Erlang A (M/M/n + M): everybody who waits may give up. C. Palm 1957; in this form S. Zeltyn and A. Mandelbaum, "Call
 * centers with impatient customers: many-server asymptotics of the M/M/n+G queue", Queueing Systems 51 (2005), §2.
 *
 * The wait V of a contact with infinite patience has the density λ·g(v) ⁄ (ε + λ∫g) on v > 0, where g(v) = exp(λ(1 −
 * e^(−θv))⁄θ − nμv) and ε = 1 ⁄ B(n − 1, a). All results are integrals of positive functions against it, so nothing
 * cancels. ln g is concave, so everything significant lies around its single maximum; integration is limited to that
 * range and scaled by the maximum. It is stable for any load, because contacts that cannot be served give up.
 */
export function erlangA(load: AbandonmentLoad): AbandonmentResult {
  const { traffic, ahtSeconds, agents, thresholdSeconds, patienceSeconds } = load;
  const arrivalRate = traffic / ahtSeconds;
  if (traffic === 0) return { ...NO_LOAD_RESULT, answeredWaitSeconds: 0 };
  const height = logDensity(arrivalRate, agents / ahtSeconds, 1 / patienceSeconds);
  const span = significantSpan(height, peakOf(arrivalRate, agents / ahtSeconds, 1 / patienceSeconds));
  const parts = (from: number, to: number) =>
    integrate(from, to, 3, (v, values) => {
      const density = arrivalRate * Math.exp(height(v) - span.highest);
      values[0] = density;
      values[1] = density * Math.exp(-v / patienceSeconds);
      values[2] = values[1] * v;
    });
  const early = parts(span.from, Math.min(thresholdSeconds, span.to));
  const late = parts(Math.max(thresholdSeconds, span.from), span.to);
  const atOnce = Math.exp(-span.highest) / erlangB(agents - 1, traffic);
  // Nobody waits when the loss formula has underflowed.
  if (atOnce === Infinity) return { ...NO_LOAD_RESULT, occupancy: traffic / agents, answeredWaitSeconds: 0 };
  const total = atOnce + early[0]! + late[0]!;
  const answered = (atOnce + early[1]! + late[1]!) / total;
  const answeredInTime = (atOnce + early[1]!) / total;
  const stillWaiting = (late[0]! / total) * Math.exp(-thresholdSeconds / patienceSeconds);
  const abandonment = abandonedMass(span, height, load) / total;
  return {
    pWait: (early[0]! + late[0]!) / total,
    meanWaitSeconds: abandonment * patienceSeconds,
    answeredWaitSeconds: (early[2]! + late[2]!) / total / answered,
    serviceLevel: answeredInTime / (answeredInTime + stillWaiting),
    occupancy: (traffic * answered) / agents,
    abandonment,
  };
}

/** ∫ λ·g(v)(1 − e^(−θv)) dv, scaled. Integrated separately, because 1 − e^(−θv) is small for long patience. */
function abandonedMass(span: Span, height: (v: number) => number, load: AbandonmentLoad): number {
  const arrivalRate = load.traffic / load.ahtSeconds;
  return integrate(span.from, span.to, 1, (v, values) => {
    values[0] = -arrivalRate * Math.exp(height(v) - span.highest) * Math.expm1(-v / load.patienceSeconds);
  })[0]!;
}

interface Span {
  from: number;
  to: number;
  highest: number;
}

const logDensity = (arrivalRate: number, serviceRate: number, leaveRate: number) => (v: number) =>
  (-arrivalRate * Math.expm1(-leaveRate * v)) / leaveRate - serviceRate * v;

const peakOf = (arrivalRate: number, serviceRate: number, leaveRate: number) =>
  serviceRate >= arrivalRate ? 0 : Math.log(arrivalRate / serviceRate) / leaveRate;

/** The range around the maximum of a concave function outside of which it is below e^−46 of the maximum. */
function significantSpan(height: (v: number) => number, peak: number): Span {
  const highest = height(peak);
  const counts = (v: number) => height(v) > highest - NEGLIGIBLE_EXPONENT;
  let step = 1;
  while (counts(peak + step)) step *= 2;
  const to = boundary(peak, peak + step, counts);
  const from = counts(0) ? 0 : boundary(peak, 0, counts);
  return { from, to, highest };
}

function boundary(inside: number, outside: number, counts: (v: number) => boolean): number {
  let [near, far] = [inside, outside];
  for (let i = 0; i < 60 && Math.abs(far - near) > 1e-12 * Math.abs(far); i++) {
    const middle = (near + far) / 2;
    if (counts(middle)) near = middle;
    else far = middle;
  }
  return far;
}

/**
 * The fewest agents that are enough. More agents make every wait shorter, so that bisection finds them.
 * @returns null when not even `max` are
 */
export function minAgentsErlangA(
  load: Omit<AbandonmentLoad, 'agents'>,
  isEnough: (expected: QueueingResult) => boolean,
  max: number,
): { agents: number; expected: AbandonmentResult } | null {
  if (load.traffic === 0) return { agents: 0, expected: { ...NO_LOAD_RESULT, answeredWaitSeconds: 0 } };
  const expect = (agents: number) => erlangA({ ...load, agents });
  if (!isEnough(expect(max))) return null;
  let [low, high] = [1, max];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(expect(middle))) high = middle;
    else low = middle + 1;
  }
  return { agents: low, expected: expect(low) };
}
