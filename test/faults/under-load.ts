import { join } from 'node:path';
import type { AgentBehaviour } from '../simulate/agent.js';
import { Journal } from '../simulate/journal.js';
import { RunMarkers } from '../simulate/run-markers.js';
import { ManagedSystem, type ManagedSystemOptions } from '../simulate/managed-system.js';
import { Simulation, type SimulationOptions } from '../simulate/simulation.js';
import { verifyInvariants } from './verify-invariants.js';
import type { ScenarioContext } from './scenario.js';

export interface LoadOptions {
  seconds: number;
  perMinute: number;
  system?: ManagedSystemOptions;
  /** disturbs the system while it is under load */
  disturb(system: ManagedSystem, simulation: Simulation): Promise<string[] | void>;
}

const DRAIN_MS = 180_000;
/** Fast agents who ignore no offer, so that every delay is caused by the system. */
const FAST_AGENTS: AgentBehaviour = {
  declineRate: 0.02,
  ignoreRate: 0,
  transferRate: 0.05,
  answerSeconds: [0.05, 0.3],
  workSeconds: [0.1, 0.5],
};

/** Starts a system under load, disturbs it, and verifies the invariants after it has drained. */
export async function runUnderLoad(circumstances: ScenarioContext, ordeal: LoadOptions): Promise<string[]> {
  const { database, redisUrl, say, seed } = circumstances;
  const system = new ManagedSystem({ database, redisUrl, say: (line) => say(`  ${line}`), ...ordeal.system });
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
  system: ManagedSystem,
  ordeal: LoadOptions,
  seed: number,
  say: ScenarioContext['say'],
): Promise<string[]> {
  const { seconds, perMinute } = ordeal;
  const marks = new RunMarkers();
  const journal = new Journal(join(system.dataDir, `${marks.run}.ndjson`));
  const wish: SimulationOptions = {
    seed,
    minutes: seconds / 60,
    perMinute,
    agents: 8,
    behaviour: FAST_AGENTS,
  };
  const simulation = new Simulation(system.target, wish, marks, journal);
  try {
    await simulation.start();
    const [disturbed] = await Promise.all([ordeal.disturb(system, simulation), simulation.sendArrivals()]);
    await simulation.drain(DRAIN_MS);
    await simulation.stopWriting();
    const drained = await simulation.drain(DRAIN_MS);
    const wrong = await verifyInvariants(simulation, system.databaseUrl, say);
    if (!drained) wrong.push('work was left in the queues although agents were there');
    return [...(disturbed ?? []), ...wrong];
  } finally {
    await simulation.stop();
    journal.close();
  }
}
