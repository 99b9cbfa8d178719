import type { Priority } from '#wasl/contracts';
import type { QueueRules } from '#wasl/routing';
import { RandomVariates } from '../random-variates.js';
import {
  type SimulatedContact,
  type Outcome,
  type SimulatedAgent,
  type SimulationResult,
  type SimulationInput,
  Simulation,
} from './simulator.js';
import { meanOf } from './statistics.js';

/** Agents, their load, and the routing rules. */
export interface ScenarioSettings {
  people: SimulatedAgent[];
  traffic: number;
  ahtSeconds: number;
  patienceSeconds?: number;
  /** number of arrivals; the first share is not measured, because the system starts empty */
  contacts: number;
  rules?: Partial<QueueRules>;
  idleness?: SimulationInput['idleness'];
  vary?: (chance: RandomVariates) => Partial<Pick<SimulatedContact, 'skills' | 'priority' | 'knownBy'>>;
}

const WARM_UP = 0.1;

/** Agents without topic skills. */
export const unskilledAgents = (count: number): SimulatedAgent[] =>
  Array.from({ length: count }, (_, n) => ({ id: `agent-${String(n).padStart(3, '0')}`, skills: {} }));

/**
 * Agents with `each` of `kinds` skills, every combination held by equally many of them. Combinations alternate, so that
 * consecutive agents differ.
 */
export function skilledAgents(count: number, kinds: number, each: number): SimulatedAgent[] {
  const sets = setsOf(kinds, each);
  return unskilledAgents(count).map(({ id }, n) => ({
    id,
    skills: Object.fromEntries(sets[n % sets.length]!.map((kind) => [`topic-${kind}`, 3])),
  }));
}

function setsOf(kinds: number, each: number, from = 0): number[][] {
  if (each === 0) return [[]];
  return Array.from({ length: kinds - from }, (_, n) => from + n).flatMap((first) =>
    setsOf(kinds, each - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

export interface Measurement {
  outcomes: Outcome[];
  run: SimulationResult;
  meanWait: number;
  answeredWait: number;
  pWait: number;
  abandonment: number;
  occupancy: number;
  /** the actual traffic in Erlang */
  traffic: number;
  /** share answered within the given seconds, of those answered or still waiting then */
  serviceLevel(seconds: number): number;
}

/** One replication. Arrivals, service times and patience use separate streams, so all settings get the same contacts. */
export function replicate(setting: ScenarioSettings, seed: number): Measurement {
  const arrivals = new RandomVariates(seed);
  const lengths = arrivals.fork('length');
  const patience = arrivals.fork('patience');
  const variety = arrivals.fork('variety');
  const gap = setting.ahtSeconds / setting.traffic;
  const until = setting.contacts * gap;
  const simulation = new Simulation(
    {
      people: setting.people,
      rules: { steps: [], language: { need: 'ignored', level: 1 }, ...setting.rules },
      until,
      idleness: setting.idleness,
      next: () => ({
        gap: arrivals.exponential(gap),
        contact: {
          serviceSeconds: lengths.exponential(setting.ahtSeconds),
          patienceSeconds: setting.patienceSeconds ? patience.exponential(setting.patienceSeconds) : Infinity,
          priority: 'normal',
          skills: {},
          knownBy: null,
          ...setting.vary?.(variety),
        },
      }),
    },
    arrivals.fork('ties'),
  );
  return measure(simulation.go(), setting, until);
}

function measure(run: SimulationResult, setting: ScenarioSettings, until: number): Measurement {
  const outcomes = run.outcomes.filter(({ contact }) => contact.arrivedAt >= WARM_UP * until);
  const answered = outcomes.filter(({ agentId }) => agentId !== null);
  const served = answered.reduce((sum, { contact }) => sum + contact.serviceSeconds, 0);
  return {
    outcomes,
    run,
    meanWait: meanOf(outcomes.map(({ waited }) => waited)),
    answeredWait: meanOf(answered.map(({ waited }) => waited)),
    pWait: meanOf(outcomes.map(({ waited }) => (waited > 0 ? 1 : 0))),
    abandonment: 1 - answered.length / outcomes.length,
    occupancy: served / (setting.people.length * (1 - WARM_UP) * until),
    traffic: outcomes.reduce((sum, { contact }) => sum + contact.serviceSeconds, 0) / ((1 - WARM_UP) * until),
    serviceLevel: (seconds) => {
      const inTime = answered.filter(({ waited }) => waited <= seconds).length;
      const late = outcomes.filter(({ waited }) => waited > seconds).length;
      return inTime / (inTime + late);
    },
  };
}

export const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];
