import fc from 'fast-check';
import { erlangA, minAgentsErlangA } from './erlang-a.js';
import { erlangB, erlangC, type QueueingResult, minAgentsErlangC } from './erlang-c.js';

const load = (calls: number, intervalSeconds: number, ahtSeconds: number) => ({
  traffic: (calls * ahtSeconds) / intervalSeconds,
  ahtSeconds,
});

describe('Erlang C', () => {
  it.each([
    [100, 1_800, 240, 20, 20, 0.06231961, 2.24350585, 0.96424391],
    [360, 1_800, 240, 55, 15, 0.23870094, 8.1840321, 0.84588309],
    [100, 1_800, 180, 14, 20, 0.17413193, 7.83593701, 0.88835002],
    [5_000, 3_600, 300, 429, 20, 0.43683112, 10.62562182, 0.80803282],
  ])(
    'should give the reference of %d calls in %d s at %d s with %d agents',
    (calls, interval, aht, agents, thresholdSeconds, pWait, asa, level) => {
      const expected = erlangC({ ...load(calls, interval, aht), agents, thresholdSeconds })!;
      expect(Math.abs(expected.pWait - pWait)).toBeLessThan(1e-6);
      expect(Math.abs(expected.meanWaitSeconds - asa)).toBeLessThan(1e-6);
      expect(Math.abs(expected.serviceLevel - level)).toBeLessThan(1e-6);
    },
  );

  it('should need 28 agents for 250 calls an hour at 330 s, 80 % in 30 s', () => {
    const question = { ...load(250, 3_600, 330), thresholdSeconds: 30 };
    expect(minAgentsErlangC(question, ({ serviceLevel }) => serviceLevel >= 0.8, 20_000)!.agents).toBe(28);
  });

  it('should return null where the queue grows without end, also exactly at the boundary', () => {
    expect(erlangC({ ...load(150, 1_800, 240), agents: 20, thresholdSeconds: 20 })).toBeNull();
    expect(erlangC({ ...load(150, 1_800, 240), agents: 21, thresholdSeconds: 20 })).not.toBeNull();
  });

  it('should give no wait without load', () => {
    expect(erlangC({ traffic: 0, ahtSeconds: 60, agents: 3, thresholdSeconds: 20 })).toMatchObject({
      pWait: 0,
      serviceLevel: 1,
    });
  });

  it('should equal the textbook sum, term by term in logarithms, up to 10,000 agents', () => {
    for (const [traffic, agents] of [
      [0.5, 1],
      [40, 47],
      [980, 1_000],
      [9_950, 10_000],
      [9_999.9, 10_000],
    ] as const) {
      const expected = erlangC({ traffic, ahtSeconds: 300, agents, thresholdSeconds: 20 })!;
      expect(expected.pWait / textbookErlangC(traffic, agents)).toBeCloseTo(1, 9);
    }
  });
});

describe('Erlang A', () => {
  const reference = { ...load(48, 60, 60), agents: 50, thresholdSeconds: 20, patienceSeconds: 120 };

  it('should give the reference of 48 calls a minute at 60 s with 50 agents and 120 s of patience', () => {
    const expected = erlangA(reference);
    expect(expected.pWait).toBeCloseTo(0.46777, 5);
    expect(expected.abandonment).toBeCloseTo(0.030912, 6);
    expect(expected.meanWaitSeconds).toBeCloseTo(3.7095, 4);
    expect(expected.occupancy).toBeCloseTo(0.93032, 5);
  });

  it('should equal the steady state solved numerically, for light, critical and overloaded systems', () => {
    for (const [traffic, agents, aht, patience] of [
      [0.3, 1, 60, 30],
      [48, 50, 60, 120],
      [50, 50, 300, 60],
      [80, 50, 300, 600],
      [950, 1_000, 240, 90],
      [1_500, 1_000, 240, 90],
      [40, 1, 60, 120],
      [9_900, 10_000, 300, 45],
    ] as const) {
      const of = { traffic, ahtSeconds: aht, agents, thresholdSeconds: 20, patienceSeconds: patience };
      const [expected, balance] = [erlangA(of), balanceOfStates(traffic, agents, aht, patience)];
      expect(expected.pWait / balance.pWait).toBeCloseTo(1, 8);
      expect(expected.abandonment / balance.abandonment).toBeCloseTo(1, 8);
      expect(expected.occupancy / balance.occupancy).toBeCloseTo(1, 8);
    }
  });

  it('should have a mean wait made of answered and abandoned contacts', () => {
    // Contacts that give up have waited their patience: E[wait] = share answered × wait of the answered + the rest.
    const expected = erlangA(reference);
    const ofAnswered = (1 - expected.abandonment) * expected.answeredWaitSeconds;
    expect(ofAnswered).toBeGreaterThan(0);
    expect(ofAnswered).toBeLessThan(expected.meanWaitSeconds);
  });

  it('should have a service level of 1 − Pw at threshold 0, and close to 1 at a long threshold', () => {
    const within = (thresholdSeconds: number) => erlangA({ ...reference, thresholdSeconds });
    expect(within(0).serviceLevel).toBeCloseTo(1 - within(0).pWait, 12);
    expect(within(600).serviceLevel).toBeCloseTo(1, 9);
  });

  it('should find the fewest agents, and one fewer should not do', () => {
    const { agents: _agents, ...question } = reference;
    const isEnough = ({ serviceLevel }: QueueingResult) => serviceLevel >= 0.8;
    const { agents } = minAgentsErlangA(question, isEnough, 20_000)!;
    expect(isEnough(erlangA({ ...question, agents }))).toBe(true);
    expect(isEnough(erlangA({ ...question, agents: agents - 1 }))).toBe(false);
  });
});

const anyLoad = fc
  .record({
    traffic: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
    spare: fc.double({ min: 1e-4, max: 3, noNaN: true }),
    ahtSeconds: fc.double({ min: 5, max: 3_600, noNaN: true }),
    thresholdSeconds: fc.double({ min: 0, max: 600, noNaN: true }),
    patienceSeconds: fc.double({ min: 1, max: 7_200, noNaN: true }),
  })
  .map(({ spare, ...rest }) => ({
    ...rest,
    agents: Math.ceil(rest.traffic + spare * Math.sqrt(rest.traffic)),
  }))
  .filter(({ agents, traffic }) => agents > traffic);
/** tolerates rounding differences */
const atMost = (small: number, great: number) => small <= great + 1e-9 * Math.max(1, Math.abs(great));

describe('both models', () => {
  it('should give shares between 0 and 1 and waits that are not negative, for any load', () => {
    fc.assert(
      fc.property(anyLoad, (of) => {
        for (const expected of [erlangC(of)!, erlangA(of)]) {
          for (const share of ['pWait', 'serviceLevel', 'occupancy', 'abandonment'] as const) {
            expect(expected[share]).toBeGreaterThanOrEqual(0);
            expect(expected[share]).toBeLessThanOrEqual(1 + 1e-12);
          }
          expect(expected.meanWaitSeconds).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(expected.meanWaitSeconds)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('should not get worse with one agent more', () => {
    fc.assert(
      fc.property(anyLoad, (of) => {
        const more = { ...of, agents: of.agents + 1 };
        for (const [few, many] of [
          [erlangC(of)!, erlangC(more)!],
          [erlangA(of), erlangA(more)],
        ] as const) {
          expect(atMost(many.pWait, few.pWait)).toBe(true);
          expect(atMost(many.meanWaitSeconds, few.meanWaitSeconds)).toBe(true);
          expect(atMost(few.serviceLevel, many.serviceLevel)).toBe(true);
          expect(atMost(many.abandonment, few.abandonment)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('should give patient callers at least the wait of impatient ones', () => {
    fc.assert(
      fc.property(anyLoad, (of) => {
        const [patient, impatient] = [erlangC(of)!, erlangA(of)];
        expect(atMost(impatient.pWait, patient.pWait)).toBe(true);
        expect(atMost(impatient.meanWaitSeconds, patient.meanWaitSeconds)).toBe(true);
        expect(atMost(impatient.occupancy, patient.occupancy)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('should agree in the limit of infinite patience', () => {
    const of = { ...load(360, 1_800, 240), agents: 55, thresholdSeconds: 15 };
    const [patient, nearly] = [erlangC(of)!, erlangA({ ...of, patienceSeconds: 1e8 })];
    expect(nearly.pWait).toBeCloseTo(patient.pWait, 5);
    expect(nearly.meanWaitSeconds).toBeCloseTo(patient.meanWaitSeconds, 3);
    expect(nearly.serviceLevel).toBeCloseTo(patient.serviceLevel, 5);
  });

  it('should lose, without any patience, what Erlang B loses', () => {
    const of = { traffic: 40, ahtSeconds: 240, agents: 40, thresholdSeconds: 20, patienceSeconds: 1e-6 };
    expect(erlangA(of).abandonment).toBeCloseTo(erlangB(40, 40), 5);
  });
});

/** Σ aᵏ⁄k! in logarithms, computed directly. */
function textbookErlangC(traffic: number, agents: number): number {
  let logTerm = 0;
  const logs = [0];
  for (let k = 1; k <= agents; k++) logs.push((logTerm += Math.log(traffic / k)));
  const waiting = logs.pop()! + Math.log(agents / (agents - traffic));
  const top = Math.max(waiting, ...logs);
  const sum = logs.reduce((total, log) => total + Math.exp(log - top), 0);
  return Math.exp(waiting - top) / (sum + Math.exp(waiting - top));
}

/** The probabilities of 0, 1, 2 … contacts in the system from birth and death rates, in logarithms. */
function balanceOfStates(traffic: number, agents: number, aht: number, patience: number) {
  const [arrives, serves, leaves] = [traffic / aht, 1 / aht, 1 / patience];
  const logs = [0];
  for (let k = 1; ; k++) {
    const out = Math.min(k, agents) * serves + Math.max(0, k - agents) * leaves;
    logs.push(logs[k - 1]! + Math.log(arrives / out));
    if (out > arrives && logs[k]! < logs[0]! - 60 && k > agents) break;
    if (k > agents + 40 && out > arrives && logs[k]! < logs.reduce((a, b) => (a > b ? a : b)) - 60) break;
  }
  const top = logs.reduce((a, b) => (a > b ? a : b));
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = (of: (k: number) => number) =>
    weights.reduce((sum, weight, k) => sum + weight * of(k), 0) / total;
  return {
    pWait: mean((k) => (k >= agents ? 1 : 0)),
    abandonment: (mean((k) => Math.max(0, k - agents)) * leaves) / arrives,
    occupancy: mean((k) => Math.min(k, agents)) / agents,
  };
}
