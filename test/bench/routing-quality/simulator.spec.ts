import { erlangC } from '#wasl/reporting';
import { Heap } from './heap.js';
import { unskilledAgents, replicate, skilledAgents } from './scenarios.js';
import { withControlVariate, estimate, fairness, ratio } from './statistics.js';
import { RandomVariates } from '../random-variates.js';

describe('the simulator of routing quality', () => {
  const setting = { people: unskilledAgents(5), traffic: 3, ahtSeconds: 120, contacts: 4_000 };

  it('should give the same figures for the same seed, and others for another', () => {
    const [one, again, other] = [7, 7, 8].map((seed) => replicate(setting, seed).meanWait);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('should approach Erlang C, in the means of a few replications', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((seed) => replicate(setting, seed).pWait);
    const theory = erlangC({ traffic: 3, ahtSeconds: 120, agents: 5, thresholdSeconds: 20 })!;
    expect(estimate(waits).mean / theory.pWait).toBeGreaterThan(0.85);
    expect(estimate(waits).mean / theory.pWait).toBeLessThan(1.15);
  });

  it('should serve or lose every contact, with skills, patience and known agents', () => {
    const people = skilledAgents(6, 3, 2);
    const { run } = replicate(
      {
        ...setting,
        people,
        patienceSeconds: 60,
        rules: { sticky: { preferSeconds: 60, holdSeconds: 20 } },
        vary: (chance) => ({ skills: { 'topic-1': 1 }, knownBy: chance.pick(people).id }),
      },
      3,
    );
    expect(run.outcomes.some(({ agentId }) => agentId === null)).toBe(true);
    const served = new Set(run.outcomes.flatMap(({ agentId }) => agentId ?? []));
    expect([...served].every((id) => 'topic-1' in people.find((person) => person.id === id)!.skills)).toBe(
      true,
    );
  });

  it('should process events by time, then by insertion order', () => {
    const heap = new Heap<string>();
    for (const [at, name] of [
      [3, 'd'],
      [1, 'a'],
      [2, 'b'],
      [2, 'c'],
    ] as const)
      heap.push(at, name);
    expect(Array.from({ length: 4 }, () => heap.pop()!.value).join('')).toBe('abcd');
    expect(heap.pop()).toBeUndefined();
  });
});

describe('random variates', () => {
  const chance = new RandomVariates(5);
  const draws = (draw: () => number) => Array.from({ length: 20_000 }, draw);

  it('should have the expected means', () => {
    expect(estimate(draws(() => chance.exponential(240))).mean / 240).toBeCloseTo(1, 1);
    expect(estimate(draws(() => chance.poisson(130))).mean / 130).toBeCloseTo(1, 1);
    expect(estimate(draws(() => chance.gamma(4))).mean / 4).toBeCloseTo(1, 1);
    expect(estimate(draws(() => chance.normal())).mean).toBeCloseTo(0, 1);
  });

  it('should give each label an independent stream', () => {
    const [a, again, b] = [
      new RandomVariates(1).fork('a'),
      new RandomVariates(1).fork('a'),
      new RandomVariates(1).fork('b'),
    ];
    const first = a.next();
    expect(again.next()).toBe(first);
    expect(b.next()).not.toBe(first);
  });
});

describe('estimates', () => {
  it('should remove the variance explained by traffic', () => {
    const traffic = [9, 10, 11, 12];
    const waits = traffic.map((load) => 5 + 2 * load);
    const { mean, halfWidth } = withControlVariate(waits, traffic, 10);
    expect(mean).toBeCloseTo(25, 9);
    expect(halfWidth).toBeCloseTo(0, 9);
  });

  it('should estimate a ratio more precisely than both of its parts', () => {
    const base = [10, 20, 40];
    expect(
      ratio(
        base.map((value) => 1.2 * value),
        base,
      ),
    ).toMatchObject({ mean: 1.2 });
    expect(
      ratio(
        base.map((value) => 1.2 * value),
        base,
      ).halfWidth,
    ).toBeCloseTo(0, 9);
  });

  it('should call equal shares fair', () => {
    expect(fairness([3, 3, 3])).toBeCloseTo(1, 12);
    expect(fairness([1, 0, 0, 0])).toBe(0.25);
  });
});
