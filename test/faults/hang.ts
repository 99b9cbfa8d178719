import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ManagedSystem } from '../simulate/managed-system.js';
import type { Random } from '../simulate/random.js';
import type { Scenario } from './scenario.js';
import { runUnderLoad } from './under-load.js';
import { waitUntil } from './wait-until.js';

const WORKERS = ['worker', 'worker2'];
const HANGS_MS = 13_000;
/** A leader that hangs must have been replaced, and what waited for it must move again, within this time. */
const REPLACED_WITHIN_MS = 10_000;

export const HANG: Scenario = {
  name: 'hang-leader',
  about: 'SIGSTOP of the leading worker under load, with a second worker beside it',
  run: (circumstances) => {
    const { random, short, say } = circumstances;
    const seconds = short ? 16 : 60;
    return runUnderLoad(circumstances, {
      seconds,
      perMinute: short ? 120 : 200,
      system: { programs: ['api', 'portal', ...WORKERS] },
      disturb: (system) => hangRepeatedly(system, random, short ? 1 : 3, say),
    });
  },
};

async function hangRepeatedly(
  system: ManagedSystem,
  random: Random,
  times: number,
  say: (line: string) => void,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: system.databaseUrl });
  await client.connect();
  try {
    const wrong: string[] = [];
    for (let time = 0; time < times; time++) {
      await pause(random.between(500, 4_000));
      wrong.push(...(await hang(system, client, say)));
    }
    return wrong;
  } finally {
    await client.end();
  }
}

async function hang(
  system: ManagedSystem,
  client: pg.Client,
  say: (line: string) => void,
): Promise<string[]> {
  const { epoch, holder } = await leaderOf(client);
  const name = WORKERS.find((worker) => holder.endsWith(`:${system.pidOf(worker)}`));
  if (!name) throw new Error(`${holder} leads, which is none of the workers`);
  system.suspend(name);
  const since = performance.now();
  const seconds = () => ((performance.now() - since) / 1_000).toFixed(1);
  try {
    await waitUntil(REPLACED_WITHIN_MS, 'another leader', async () => (await leaderOf(client)).epoch > epoch);
    const replaced = seconds();
    const left = REPLACED_WITHIN_MS - (performance.now() - since);
    await waitUntil(left, 'events to move again', async () => (await oldestEventMs(client)) < 1_000);
    say(`  ${name} hung: another led after ${replaced} s, no event waited after ${seconds()} s`);
    return [];
  } catch (error) {
    return [`${name} hung: ${(error as Error).message}`];
  } finally {
    await pause(Math.max(0, HANGS_MS - (performance.now() - since)));
    system.resume(name);
  }
}

async function leaderOf(client: pg.Client): Promise<{ epoch: number; holder: string }> {
  const { rows } = await client.query<{ epoch: number; holder: string }>(
    "SELECT epoch, holder FROM leader WHERE name = 'outbox'",
  );
  return rows[0]!;
}

async function oldestEventMs(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ ms: number }>(
    `SELECT coalesce(extract(epoch FROM now() - min(at)) * 1000, 0)::float AS ms FROM outbox WHERE set_aside_at IS NULL`,
  );
  return rows[0]!.ms;
}
