import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import pg from 'pg';
import { DomainError } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { createTestDatabase } from '#wasl/testing';
import { startRouting } from '../../../test/routing/routing-context.js';
import { seedWork } from '../../../test/routing/seed-work.js';
import { Offers } from './offers.service.js';
import { Presence } from './presence.service.js';
import { Router } from './router.service.js';

const AGENTS = 3;
const RUNS = 60;

/** Whatever happens to agents, in any order: each second of their day has exactly one state. */
describe("an agent's day", () => {
  let context: INestApplicationContext;
  let database: Database;
  let people: string[];
  const folder = mkdtempSync(join(tmpdir(), 'wasl-day-'));

  beforeAll(async () => {
    const { url } = await createTestDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const queues = [1, 2, 3, 4].map((n) => ({ key: `q${n}`, skill: null, level: 1 }));
    await seedWork(client, { queues, agents: AGENTS, waiting: 2_000 });
    await client.query(
      `INSERT INTO reason (use, key, name_ar, name_en) VALUES ('not_ready', 'break', 'ا', 'B'), ('decline', 'busy', 'ا', 'B')`,
    );
    await client.end();
    context = await startRouting(url, folder);
    database = context.get(Database);
    people = (await database.query<{ id: string }>(`SELECT id FROM staff ORDER BY name`)).map(
      (row) => row.id,
    );
  });
  afterAll(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const commands = [
    'available',
    'break',
    'offline',
    'sign in',
    'sign out',
    'force',
    'lose',
    'route',
    'accept',
    'decline',
    'expire',
    'wrap up',
  ] as const;
  const anyCommand = fc.record({ what: fc.constantFrom(...commands), who: fc.nat({ max: AGENTS - 1 }) });

  it('should be recorded as periods without gap or overlap that agree with the presence table', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { minLength: 5, maxLength: 25 }), async (given) => {
        // Run in pairs, so that one agent is also changed by two requests at once.
        for (let n = 0; n < given.length; n += 2)
          await Promise.all(given.slice(n, n + 2).map(({ what, who }) => carryOut(what, people[who]!)));
        expect(await database.query(SELECT_BROKEN_PERIODS)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    const [{ spells } = { spells: 0 }] = await database.query<{ spells: number }>(
      'SELECT count(*)::int AS spells FROM presence_spell',
    );
    expect(spells).toBeGreaterThan(RUNS * 2);
  }, 300_000);

  it('should be rejected by the database when it has two states at once', async () => {
    await expect(
      database.query(
        `INSERT INTO presence_spell (staff_id, state, from_at, to_at) SELECT staff_id, 'busy', from_at, now() + interval '1 hour'
           FROM presence_spell WHERE to_at IS NULL`,
      ),
    ).rejects.toThrow('presence_spell_one_at_a_time');
  });

  async function carryOut(what: (typeof commands)[number], staffId: string): Promise<void> {
    const presence = context.get(Presence);
    const offers = context.get(Offers);
    const offer = async () => (await offers.openOffersOf(staffId))[0]?.id ?? 'none';
    const steps: Record<typeof what, () => Promise<unknown>> = {
      available: () => presence.set(staffId, 'available', null),
      break: () => presence.set(staffId, 'not_ready', 'break'),
      offline: () => presence.set(staffId, 'offline', null),
      'sign in': () => presence.signedIn(staffId),
      'sign out': () => presence.signedOut(staffId),
      force: () => presence.force(staffId, 'not_ready', { byId: people[0]! }),
      lose: async () => {
        await database.query(
          `UPDATE presence SET last_seen_at = now() - interval '1 hour' WHERE staff_id = $1`,
          [staffId],
        );
        await database.query(
          `INSERT INTO setting (key, value) VALUES ('connections-watched', jsonb_build_object('since', now() - interval '1 day', 'at', now()))
           ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        );
        await presence.expireLostConnections();
      },
      route: () => context.get(Router).round('main'),
      accept: async () => offers.accept(await offer(), staffId),
      decline: async () => offers.decline(await offer(), staffId, 'busy'),
      expire: async () => {
        await database.query(`UPDATE offer SET expires_at = now() WHERE state = 'made' AND agent_id = $1`, [
          staffId,
        ]);
        await offers.expireDue();
      },
      'wrap up': async () => {
        await database.query(
          `UPDATE presence SET wrap_up_until = now() WHERE state = 'wrap_up' AND staff_id = $1`,
          [staffId],
        );
        await presence.endDueWrapUps();
      },
    };
    try {
      await steps[what]();
    } catch (error) {
      // Rejected by the state machine, as expected.
      if (!(error instanceof DomainError)) throw error;
    }
  }
});

/** Periods that do not begin where the one before ended; agents whose last period differs from the presence table. */
const SELECT_BROKEN_PERIODS = `
SELECT staff_id, from_at, 'gap' AS fault FROM (
  SELECT staff_id, from_at, lag(to_at) OVER w AS ended, row_number() OVER w AS n
    FROM presence_spell WINDOW w AS (PARTITION BY staff_id ORDER BY from_at)) s
 WHERE n > 1 AND ended IS DISTINCT FROM from_at
UNION ALL
SELECT p.staff_id, p.since, 'other' FROM presence p LEFT JOIN presence_spell l ON l.staff_id = p.staff_id AND l.to_at IS NULL
 WHERE (l.state, l.reason) IS DISTINCT FROM (p.state, p.reason)`;
