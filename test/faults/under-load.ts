import { join } from 'node:path';
import { Journal } from '../simulate/journal.js';
import { Marks } from '../simulate/marks.js';
import { OwnSystem, type OwnSystemOptions } from '../simulate/own-system.js';
import { Simulation } from '../simulate/simulation.js';
import { consult } from './oracle.js';
import type { Circumstances } from './scenario.js';

export interface Ordeal {
  seconds: number;
  perMinute: number;
  system?: OwnSystemOptions;
  /** what happens to the system while it works */
  disturb(system: OwnSystem, simulation: Simulation): Promise<string[] | void>;
}

const DRAIN_MS = 90_000;
/** Agents who work fast and ignore nothing: whatever waits, waits for the system. */
const QUICK = {
  declines: 0.02,
  ignores: 0,
  transfers: 0.05,
  answers: [0.05, 0.3] as [number, number],
  works: [0.1, 0.5] as [number, number],
};

/** Loads a system of its own, disturbs it meanwhile, and asks the oracle when the dust has settled. */
export async function underLoad(circumstances: Circumstances, ordeal: Ordeal): Promise<string[]> {
  const { database, redisUrl, say, seed } = circumstances;
  const system = new OwnSystem({ database, redisUrl, say: (line) => say(`  ${line}`), ...ordeal.system });
  let wrong: string[] = ['it did not come to an end'];
  try {
    await system.start();
    wrong = await load(system, ordeal, seed, say);
    return wrong;
  } finally {
    await (wrong.length === 0 ? system.discard() : system.stop());
    if (wrong.length > 0) say(`its files are kept in ${system.dataDir}`);
  }
}

async function load(
  system: OwnSystem,
  ordeal: Ordeal,
  seed: number,
  say: Circumstances['say'],
): Promise<string[]> {
  const { seconds, perMinute } = ordeal;
  const marks = new Marks();
  const journal = new Journal(join(system.dataDir, `${marks.run}.ndjson`));
  const wish = { seed, minutes: seconds / 60, perMinute, agents: 8, manners: QUICK };
  const simulation = new Simulation(system.target, wish, marks, journal);
  try {
    await simulation.start();
    const [disturbed] = await Promise.all([ordeal.disturb(system, simulation), simulation.arrive()]);
    await simulation.drain(DRAIN_MS);
    await simulation.stopWriting();
    const drained = await simulation.drain(DRAIN_MS);
    const wrong = await consult(simulation, system.databaseUrl, say);
    if (!drained) wrong.push('work was left in the queues although agents were there');
    return [...(disturbed ?? []), ...wrong];
  } finally {
    await simulation.stop();
    journal.close();
  }
}
