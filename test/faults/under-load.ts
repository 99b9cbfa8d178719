import { join } from 'node:path';
import type { Manners } from '../simulate/agent.js';
import { Journal } from '../simulate/journal.js';
import { Marks } from '../simulate/marks.js';
import { OwnSystem, type OwnSystemOptions } from '../simulate/own-system.js';
import { Simulation, type Wish } from '../simulate/simulation.js';
import { consult } from './oracle.js';
import type { Circumstances } from './scenario.js';

export interface Ordeal {
  seconds: number;
  perMinute: number;
  system?: OwnSystemOptions;
  /** disturbs the system while it is under load */
  disturb(system: OwnSystem, simulation: Simulation): Promise<string[] | void>;
}

const DRAIN_MS = 90_000;
/** Fast agents who ignore no offer, so that every delay is caused by the system. */
const FAST_AGENTS: Manners = {
  declines: 0.02,
  ignores: 0,
  transfers: 0.05,
  answers: [0.05, 0.3],
  works: [0.1, 0.5],
};

/** Starts a system under load, disturbs it, and verifies the invariants after it has drained. */
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
  const wish: Wish = { seed, minutes: seconds / 60, perMinute, agents: 8, manners: FAST_AGENTS };
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
