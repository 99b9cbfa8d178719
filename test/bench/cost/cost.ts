import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { waitUntil } from '../../faults/wait-until.js';
import { startBenchSystem } from '../bench-system.js';
import { measureWriteBaseline } from '../write-baseline.js';
import { assertResult } from '../report.js';
import { costTable, dearestStatements } from './cost-table.js';
import { type Load, LOADS } from './loads.js';
import { usedBetween, usedProcessor } from './processors.js';
import { profile, profiled } from './profile.js';
import { countedBetween, countedStatements } from './statements.js';

const FLOOR_SECONDS = 4;
const CLIENTS = 16;
const PROFILE_SECONDS = 6;
const DRAINED_WITHIN_MS = 300_000;
/** What is written after the last contact: jobs that end, mail that is noted as sent. */
const SETTLE_MS = 1_500;

/**
 * What one contact costs: milliseconds of processor, statements and bytes of log, by step. Each load has a system of its
 * own, and is measured until everything that follows from it is done. `COST_OF=filed|mail|routed` measures one of them.
 *
 * Programs and PostgreSQL's processes tell by /proc what they used. A program's milliseconds are divided among steps by a
 * profile of the same load, taken afterwards; PostgreSQL's, within what served an application, by the time of its
 * statements. Statements are counted by pg_stat_statements, which itself costs PostgreSQL some hundredths.
 */
export async function benchCost(): Promise<void> {
  const asked = process.env.COST_OF;
  assertResult(!asked || asked in LOADS, `COST_OF must be one of ${Object.keys(LOADS).join(', ')}`);
  for (const [key, load] of Object.entries(LOADS)) if (!asked || asked === key) await measure(load);
}

async function measure(load: Load): Promise<void> {
  const profiles = await mkdtemp(join(tmpdir(), 'wasl-profiles-'));
  const system = await startBenchSystem(profiled(profiles), { countingStatements: true });
  const client = new pg.Client({ connectionString: system.databaseUrl });
  await client.connect();
  const snapshot = async () => ({
    used: await usedProcessor(system.dataDir, client),
    statements: await countedStatements(client),
  });
  try {
    const beforeFloor = await usedProcessor(system.dataDir, client);
    const floorRate = await measureWriteBaseline(system.databaseUrl, CLIENTS, FLOOR_SECONDS);
    // What its connections used is known when PostgreSQL has buried their processes.
    await pause(SETTLE_MS);
    const floorUsed = usedBetween(
      beforeFloor,
      await usedProcessor(system.dataDir, client),
      floorRate * FLOOR_SECONDS,
    );
    const running = await load.prepare(system);
    try {
      await running.run(load.warmSeconds);
      await drained(client);
      const before = await snapshot();
      const start = performance.now();
      const contacts = await running.run(load.seconds);
      const rate = contacts / ((performance.now() - start) / 1_000);
      await drained(client);
      const after = await snapshot();
      const shares = await profile(profiles, load.programs, async () => {
        await running.run(PROFILE_SECONDS);
        await drained(client);
      });
      const statements = countedBetween(before.statements, after.statements, contacts);
      costTable({
        load,
        contacts,
        rate,
        floor: { rate: floorRate, used: floorUsed },
        used: usedBetween(before.used, after.used, contacts),
        shares,
        statements,
      });
      dearestStatements(statements);
    } finally {
      running.close();
    }
  } finally {
    await client.end();
    await system.stop();
    await rm(profiles, { recursive: true, force: true });
  }
}

/** Until everything that follows from what came is done. */
async function drained(client: pg.Client): Promise<void> {
  await waitUntil(DRAINED_WITHIN_MS, 'everything that follows to be done', async () => {
    const { rows } = await client.query<{ left: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM outbox WHERE set_aside_at IS NULL)
           OR EXISTS (SELECT 1 FROM outgoing_mail WHERE state IN ('queued', 'sending'))
           OR EXISTS (SELECT 1 FROM inbound_mail WHERE check_at <= now())
           OR EXISTS (SELECT 1 FROM bullmq.job WHERE state IN ('waiting', 'active')
                       AND queue IN ('notifications', 'search', 'routing', 'mail-out')) AS left
         FROM pg_stat_database WHERE datname = current_database()`,
    );
    if (rows[0]!.left) await pause(200);
    return !rows[0]!.left;
  });
  await pause(SETTLE_MS);
}
