import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expectStatus, Http } from '../simulate/http.js';
import type { ManagedSystem } from '../simulate/managed-system.js';
import type { Scenario } from './scenario.js';
import { runUnderLoad } from './under-load.js';

const WRITING_AGAIN_MS = 10_000;
const NAMES = ['api', 'portal', 'worker'];

/** Until the database accepts connections again, and until a ticket was then filed through the api. */
async function outage(system: ManagedSystem): Promise<number> {
  system.killDatabase();
  await pause(50);
  const backAt = await connectable(system.databaseUrl);
  const http = new Http(system.target.api);
  const json = {
    kind: 'enquiry',
    subject: 'Is anybody there',
    description: 'After the database was gone',
    language: 'en',
    requester: { audience: 'anonymous' },
  };
  const answer = await http.post('/api/v1/public/tickets', { json, patienceMs: 60_000 });
  // Errors right after the restart are expected; only success counts.
  if (answer.status !== 201 && answer.status < 500) expectStatus(answer, 201, 'filing after the outage');
  return Date.now() - backAt;
}

async function connectable(url: string): Promise<number> {
  const end = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return Date.now();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

export const KILL_POSTGRES: Scenario = {
  name: 'kill-postgres',
  about: 'kill -9 of PostgreSQL under load; writing again without restarting anything',
  run: (circumstances) => {
    const { random, say, short } = circumstances;
    const seconds = short ? 10 : 40;
    return runUnderLoad(
      { ...circumstances, database: undefined },
      {
        seconds,
        perMinute: 150,
        disturb: async (system) => {
          const wrong: string[] = [];
          const before = NAMES.map((name) => system.pidOf(name));
          for (let times = 0; times < (short ? 1 : 3); times++) {
            await pause(random.between(2_000, 8_000));
            const ms = await outage(system);
            say(`writing again ${ms} ms after PostgreSQL was back`);
            if (ms > WRITING_AGAIN_MS) wrong.push(`writing again only ${ms} ms after PostgreSQL was back`);
          }
          const after = NAMES.map((name) => system.pidOf(name));
          NAMES.forEach((name, i) => {
            if (before[i] !== after[i]) wrong.push(`${name} had to be started again`);
          });
          return wrong;
        },
      },
    );
  },
};
