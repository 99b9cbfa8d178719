import { erlangA, erlangC } from '#wasl/reporting';
import { DEFAULT_ORDER, maxOvertakingSeconds } from '#wasl/routing';
import type { RandomVariates } from '../random-variates.js';
import {
  type Measurement,
  unskilledAgents,
  PRIORITIES,
  replicate,
  type ScenarioSettings,
  skilledAgents,
} from './scenarios.js';
import { withControlVariate, type Estimate, estimate, fairness, meanOf, ratio } from './statistics.js';

/** A measured value and its reference. */
export interface Finding {
  figure: string;
  measured: Estimate;
  /** the theoretical value, or that of the compared setting */
  reference?: number;
  toReach?: string;
  reached?: boolean;
}

export interface Experiment {
  title: { en: string; ar: string };
  setting: string;
  seeds: string;
  findings: Finding[];
  charts?: { title: string; series: { name: string; points: [x: number, y: number][] }[]; unit: string }[];
}

/** Runs the same seeds for every setting, so that all settings get the same arrivals. */
function runs(setting: ScenarioSettings, seeds: readonly number[]): Measurement[] {
  return seeds.map((seed) => replicate(setting, seed));
}
const of = (measured: readonly Measurement[], figure: (one: Measurement) => number) =>
  estimate(measured.map(figure));
/** The same, corrected by a control variate for random variation of the traffic, to compare it with theory. */
const withoutTrafficVariation = (
  measured: readonly Measurement[],
  traffic: number,
  figure: (one: Measurement) => number,
) =>
  withControlVariate(
    measured.map(figure),
    measured.map((one) => one.traffic),
    traffic,
  );
const near = (measured: Estimate, reference: number, share: number) =>
  Math.abs(measured.mean / reference - 1) <= share;
export const seedsFrom = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);
const span = (seeds: readonly number[]) => `${seeds[0]}–${seeds.at(-1)}`;

function compareWithReference(figure: string, measured: Estimate, reference: number, share = 0.03): Finding {
  return {
    figure,
    measured,
    reference,
    toReach: `within ${share * 100} %`,
    reached: near(measured, reference, share),
  };
}

export function singlePool(): Experiment {
  const seeds = seedsFrom(1_000, 20);
  const load = { traffic: 10, ahtSeconds: 180, agents: 14, thresholdSeconds: 20 };
  const setting: ScenarioSettings = { people: unskilledAgents(14), ...load, contacts: 100_000 };
  const measured = runs(setting, seeds);
  const theory = erlangC(load)!;
  return {
    title: { en: 'One pool against Erlang C', ar: 'مجموعة واحدة مقابل إرلانغ سي' },
    setting: '14 agents, 100 in half an hour of 180 s, nobody gives up',
    seeds: span(seeds),
    findings: [
      compareWithReference(
        'mean wait, s',
        withoutTrafficVariation(measured, load.traffic, (one) => one.meanWait),
        theory.meanWaitSeconds,
      ),
      compareWithReference(
        'share that waits',
        withoutTrafficVariation(measured, load.traffic, (one) => one.pWait),
        theory.pWait,
      ),
      compareWithReference(
        'answered in 20 s',
        withoutTrafficVariation(measured, load.traffic, (one) => one.serviceLevel(20)),
        theory.serviceLevel,
      ),
      compareWithReference(
        'occupancy',
        of(measured, (one) => one.occupancy),
        theory.occupancy,
      ),
    ],
    charts: [
      serviceLevelCurve(measured, (thresholdSeconds) => erlangC({ ...load, thresholdSeconds })!.serviceLevel),
    ],
  };
}

export function abandonment(): Experiment {
  const seeds = seedsFrom(2_000, 16);
  const load = { traffic: 48, ahtSeconds: 60, agents: 50, thresholdSeconds: 20, patienceSeconds: 120 };
  const setting: ScenarioSettings = { people: unskilledAgents(50), ...load, contacts: 30_000 };
  const measured = runs(setting, seeds);
  const theory = erlangA(load);
  return {
    title: { en: 'Giving up, against Erlang A', ar: 'ترك الانتظار مقابل إرلانغ إيه' },
    setting: '50 agents, 48 a minute of 60 s, patience 120 s',
    seeds: span(seeds),
    findings: [
      compareWithReference(
        'share that waits',
        withoutTrafficVariation(measured, load.traffic, (one) => one.pWait),
        theory.pWait,
      ),
      compareWithReference(
        'share that gives up',
        withoutTrafficVariation(measured, load.traffic, (one) => one.abandonment),
        theory.abandonment,
      ),
      compareWithReference(
        'mean wait of all, s',
        withoutTrafficVariation(measured, load.traffic, (one) => one.meanWait),
        theory.meanWaitSeconds,
      ),
      compareWithReference(
        'mean wait of the answered, s',
        withoutTrafficVariation(measured, load.traffic, (one) => one.answeredWait),
        theory.answeredWaitSeconds,
      ),
      compareWithReference(
        'service level in 20 s',
        withoutTrafficVariation(measured, load.traffic, (one) => one.serviceLevel(20)),
        theory.serviceLevel,
      ),
      compareWithReference(
        'occupancy',
        of(measured, (one) => one.occupancy),
        theory.occupancy,
      ),
    ],
    charts: [
      serviceLevelCurve(measured, (thresholdSeconds) => erlangA({ ...load, thresholdSeconds }).serviceLevel),
    ],
  };
}

export function overload(): Experiment {
  const seeds = seedsFrom(3_000, 10);
  const load = { traffic: 60, ahtSeconds: 240, agents: 47, thresholdSeconds: 20, patienceSeconds: 180 };
  const measured = runs({ people: unskilledAgents(47), ...load, contacts: 15_000 }, seeds);
  const theory = erlangA(load);
  return {
    title: { en: 'A crisis: 28 % more than can be served', ar: 'أزمة: طلب يفوق الطاقة بنسبة 28٪' },
    setting: '47 agents, 60 Erlang of 240 s, patience 180 s',
    seeds: span(seeds),
    findings: [
      compareWithReference(
        'share that gives up',
        withoutTrafficVariation(measured, load.traffic, (one) => one.abandonment),
        theory.abandonment,
      ),
      compareWithReference(
        'mean wait of all, s',
        withoutTrafficVariation(measured, load.traffic, (one) => one.meanWait),
        theory.meanWaitSeconds,
      ),
      compareWithReference(
        'occupancy',
        of(measured, (one) => one.occupancy),
        theory.occupancy,
      ),
    ],
  };
}

/** Wallace and Whitt 2004: two skills per agent perform nearly like all skills. */
export function skills(): Experiment {
  const seeds = seedsFrom(4_000, 8);
  const base = { traffic: 84, ahtSeconds: 600, contacts: 40_000 };
  const vary = (chance: RandomVariates) => ({ skills: { [`topic-${Math.floor(chance.next() * 6)}`]: 1 } });
  const withSkills = (each: number) => runs({ ...base, people: skilledAgents(90, 6, each), vary }, seeds);
  const full = runs({ ...base, people: unskilledAgents(90) }, seeds);
  const whole = full.map((one) => one.meanWait);
  const findings: Finding[] = [
    { figure: 'full pool: mean wait, s', measured: of(full, (one) => one.meanWait) },
  ];
  const points: [number, number][] = [];
  for (const each of [1, 2, 3, 6]) {
    const measured = withSkills(each);
    const against = ratio(
      measured.map((one) => one.meanWait),
      whole,
    );
    points.push([each, against.mean]);
    findings.push({
      figure: `${each} of 6 skills an agent: wait against the full pool’s`,
      measured: against,
      ...(each === 2 && { toReach: '≤ 1.25', reached: against.mean <= 1.25 }),
    });
  }
  return {
    title: {
      en: 'Skills against a pool in which everybody can do everything',
      ar: 'المهارات مقابل مجموعة يجيد كلٌّ فيها كل شيء',
    },
    setting: '90 agents, 84 Erlang of 600 s, six kinds of calls, skill sets held evenly',
    seeds: span(seeds),
    findings,
    charts: [
      {
        title: 'mean wait ÷ full pool’s, by skills an agent',
        unit: '×',
        series: [{ name: 'ratio', points: points.slice(1) }],
      },
    ],
  };
}

/** Priority head starts are hours, so the days are long and overloaded at their beginning. */
export function priorities(): Experiment {
  const seeds = seedsFrom(5_000, 6);
  const shares = [0.1, 0.2, 0.5, 0.2];
  const measured = runs(
    {
      people: unskilledAgents(10),
      traffic: 10.3,
      ahtSeconds: 1_200,
      contacts: 6_000,
      vary: (chance) => {
        const drawn = chance.next();
        let sum = 0;
        return { priority: PRIORITIES[shares.findIndex((share) => (sum += share) > drawn)] ?? 'low' };
      },
    },
    seeds,
  );
  const bound = maxOvertakingSeconds(DEFAULT_ORDER);
  const overtaken = measured.map(mostOvertaken);
  return {
    title: { en: 'Priorities, and nobody forgotten', ar: 'الأولويات دون إهمال أحد' },
    setting:
      '10 agents, 10.3 Erlang of 20 min for eight days (3 % more than can be served), default head starts',
    seeds: span(seeds),
    findings: [
      ...PRIORITIES.map((priority) => ({
        figure: `${priority}: mean wait, h`,
        measured: of(measured, (one) => meanOf(waitsOf(one, priority)) / 3_600),
      })),
      {
        figure: 'longest that anything was overtaken by what came later, h',
        measured: estimate(overtaken.map((seconds) => seconds / 3_600)),
        reference: bound / 3_600,
        toReach: '≤ the guarantee',
        reached: Math.max(...overtaken) <= bound,
      },
    ],
  };
}

const waitsOf = (one: Measurement, priority: string) =>
  one.outcomes.filter(({ contact }) => contact.priority === priority).map(({ waited }) => waited);

/** For each contact, the arrival time difference to the latest arrival that was served before it. */
function mostOvertaken({ outcomes }: Measurement): number {
  const served = outcomes
    .map(({ contact, waited }) => ({ arrived: contact.arrivedAt, at: contact.arrivedAt + waited }))
    .sort((a, b) => a.at - b.at);
  let latest = -Infinity;
  let most = 0;
  for (const { arrived } of served) {
    most = Math.max(most, latest - arrived);
    latest = Math.max(latest, arrived);
  }
  return most;
}

/** How evenly work is spread over equally able agents. */
export function evenSpread(): Experiment {
  const seeds = seedsFrom(6_000, 10);
  const setting: ScenarioSettings = {
    people: unskilledAgents(20),
    traffic: 13,
    ahtSeconds: 240,
    contacts: 4_000,
  };
  const policies: [string, ScenarioSettings['idleness']][] = [
    ['longest idle (the router’s)', undefined],
    ['at random', (_person, _idle, chance) => chance.next()],
    ['always the same order', (person) => -Number(person.id.slice(-3))],
  ];
  const findings: Finding[] = [];
  const charts: NonNullable<Experiment['charts']> = [
    { title: 'share of time in which each agent is busy', unit: '%', series: [] },
  ];
  const indices: number[] = [];
  for (const [name, idleness] of policies) {
    const measured = runs({ ...setting, idleness }, seeds);
    const shares = measured.map(({ run }) =>
      setting.people.map(({ id }) => (100 * (run.busySeconds.get(id) ?? 0)) / run.endedAt),
    );
    const index = estimate(shares.map(fairness));
    indices.push(index.mean);
    findings.push(
      { figure: `${name}: Jain’s index`, measured: index },
      {
        figure: `${name}: busiest less idlest, % of time`,
        measured: estimate(shares.map((all) => Math.max(...all) - Math.min(...all))),
      },
    );
    charts[0]!.series.push({
      name,
      points: setting.people.map((_, n) => [n + 1, meanOf(shares.map((all) => all[n]!))]),
    });
  }
  findings[0]!.toReach = 'the fairest of the three';
  findings[0]!.reached = indices[0]! >= Math.max(...indices) - 1e-3;
  return {
    title: { en: 'Fairness between agents', ar: 'العدل بين الموظفين' },
    setting: '20 agents, 13 Erlang of 240 s; a working week',
    seeds: span(seeds),
    findings,
    charts,
  };
}

/** The cost of waiting for the agent who knows the caller. */
export function stickiness(): Experiment {
  const seeds = seedsFrom(7_000, 10);
  const people = unskilledAgents(47);
  const vary = (chance: RandomVariates) => ({
    knownBy: chance.next() < 0.5 ? people[Math.floor(chance.next() * people.length)]!.id : null,
  });
  const holds = [0, 15, 30, 60, 120];
  const findings: Finding[] = [];
  const waits: [number, number][] = [];
  const own: [number, number][] = [];
  for (const holdSeconds of holds) {
    const rules = { sticky: { preferSeconds: Math.max(60, holdSeconds), holdSeconds } };
    const measured = runs({ people, traffic: 38, ahtSeconds: 240, contacts: 10_000, vary, rules }, seeds);
    const wait = of(measured, (one) => one.meanWait);
    const reached = of(measured, reachedOwn);
    findings.push(
      { figure: `waiting up to ${holdSeconds} s: mean wait, s`, measured: wait },
      { figure: `waiting up to ${holdSeconds} s: % who reach the agent they know`, measured: reached },
    );
    waits.push([holdSeconds, wait.mean]);
    own.push([holdSeconds, reached.mean]);
  }
  return {
    title: { en: 'The price of the agent who knows the caller', ar: 'ثمن انتظار الموظف الذي يعرف المتصل' },
    setting: '47 agents, 38 Erlang of 240 s; half of the callers are known to one agent',
    seeds: span(seeds),
    findings,
    charts: [
      {
        title: 'mean wait by how long a caller is held',
        unit: 's',
        series: [{ name: 'mean wait', points: waits }],
      },
      {
        title: 'callers who reach the agent they know',
        unit: '%',
        series: [{ name: 'reached', points: own }],
      },
    ],
  };
}

function reachedOwn({ outcomes }: Measurement): number {
  const known = outcomes.filter(({ contact }) => contact.knownBy !== null);
  return (100 * known.filter(({ contact, agentId }) => contact.knownBy === agentId).length) / known.length;
}

function serviceLevelCurve(measured: Measurement[], theory: (seconds: number) => number) {
  const at = [0, 5, 10, 15, 20, 30, 40, 60, 80, 120];
  const percent = (value: number) => 100 * value;
  return {
    title: 'answered within so many seconds',
    unit: '%',
    series: [
      {
        name: 'simulated',
        points: at.map((s): [number, number] => [
          s,
          percent(meanOf(measured.map((one) => one.serviceLevel(s)))),
        ]),
      },
      { name: 'theory', points: at.map((s): [number, number] => [s, percent(theory(s))]) },
    ],
  };
}
