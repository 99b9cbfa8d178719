// `npm run simulate`: drives a system through its public interfaces and reports the result. The entry point is simulation.ts.
import { configuredDatabase } from '../../apps/local/src/embedded-database.js';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { Journal } from './journal.js';
import { RunMarkers } from './run-markers.js';
import { readOptions } from './options.js';
import { ManagedSystem, stopManagedSystemsOn } from './managed-system.js';
import { report, unsent } from './report.js';
import { Simulation } from './simulation.js';
import { requireRunning, targetFrom, type Target, ToolError } from './target.js';
import { hasPassed, evaluate } from './verdict.js';

const DRAIN_MS = 120_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
let own: ManagedSystem | undefined;

async function target(start: boolean): Promise<Target> {
  if (!start) {
    const running = targetFrom(process.env);
    await requireRunning(running);
    return running;
  }
  say('Starting a system of its own');
  own = new ManagedSystem({
    database: configuredDatabase(process.env),
    redisUrl: process.env.REDIS_URL,
    say,
  });
  await own.start();
  return own.target;
}

async function run(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const { seed, minutes, perMinute, agents } = options;
  const marks = new RunMarkers();
  const journal = new Journal(join(tmpdir(), 'wasl-journals', `${marks.run}.ndjson`));
  const simulation = new Simulation(
    await target(options.start),
    { seed, minutes, perMinute, agents },
    marks,
    journal,
  );
  say(`seed ${seed}, mark ${marks.run}: ${minutes} min at ${perMinute} a minute, ${agents} agents`);
  say(`journal ${journal.path}`);
  const stop = () => simulation.stopArrivals();
  process.once('SIGINT', stop);
  try {
    await simulation.start();
    await simulation.sendArrivals();
    say('Nobody contacts any more; the agents finish');
    await simulation.drain(DRAIN_MS);
    await simulation.stopWriting();
    const drained = await simulation.drain(DRAIN_MS);
    if (!drained) say('Some work is still open');
    const verdict = await evaluate(simulation);
    say(report(verdict));
    say(
      `offers taken ${simulation.ledger.claims}, live events asked for again ${gapsOf(simulation)}, ` +
        `slowed down by a limit ${simulation.limited}, seed ${seed}`,
    );
    unsent(simulation.ledger).forEach((fault) => say(`not sent: ${fault}`));
    return hasPassed(verdict);
  } finally {
    process.off('SIGINT', stop);
    await simulation.stop();
    journal.close();
  }
}

const gapsOf = ({ agents, board }: Simulation) => agents.reduce((sum, agent) => sum + agent.gaps, board.gaps);

stopManagedSystemsOn('SIGTERM');
try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  const { message, stack } = error as Error;
  process.stderr.write(`${error instanceof ToolError ? message : stack}\n`);
  process.exitCode = 1;
} finally {
  await (process.exitCode === 0 ? own?.discard() : own?.stop());
  if (own && process.exitCode !== 0) say(`its files are kept in ${own.dataDir}`);
}
// Sockets and pools that are still closing must not keep the process alive.
process.exit();
