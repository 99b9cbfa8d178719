import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DEFAULT_ROUTING, DEFAULT_SETTINGS } from '#wasl/routing';
import { createTestDatabase, waitFor } from '#wasl/testing';
import { seedWork } from './seed-work.js';

const PROCESSES = 4;
const AGENTS = 30;
const CAPACITY = 100;
const LIMIT_IN_ALL = 7;
const LIMIT_OF_ONE = 1;
const PROGRAM = fileURLToPath(new URL('../../dist/test/routing/round-process.js', import.meta.url));

interface Tally {
  made: number;
  answered: number;
  lost: number;
}

describe('concurrent routing rounds', () => {
  let database: pg.Pool;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), 'wasl-rounds-'));
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    const made = await createTestDatabase();
    url = made.url;
    database = new pg.Pool({ connectionString: made.ownerUrl, max: 4 });
    const queues = Array.from({ length: 6 }, (_, n) => ({ key: `queue-${n}`, skill: null, level: 1 }));
    await seedWork(database, { queues, agents: AGENTS, waiting: 1_500 });
    await database.query(
      `INSERT INTO reason (use, key, name_ar, name_en) VALUES ('decline', 'busy', 'مشغول', 'Busy')`,
    );
    const limited = { ...DEFAULT_SETTINGS, limits: { perAgent: LIMIT_OF_ONE, total: LIMIT_IN_ALL } };
    const rules = { ...DEFAULT_ROUTING, queues: { 'queue-0': limited } };
    await database.query('INSERT INTO routing_rules (rules, at) VALUES ($1, now())', [JSON.stringify(rules)]);
  });
  afterAll(async () => {
    running.forEach((child) => child.kill());
    await database.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The first message with this field; others, such as heartbeats, are ignored. */
  const said = (child: ChildProcess, what: string) =>
    new Promise<unknown>((resolve) =>
      child.on('message', (message) => what in (message as object) && resolve(message)),
    );
  const start = async (): Promise<ChildProcess> => {
    const child = fork(PROGRAM, [url, folder], { execArgv: [], env: { PATH: process.env.PATH } });
    running.push(child);
    await Promise.race([
      said(child, 'ready'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
    ]);
    return child;
  };
  const end = async (child: ChildProcess): Promise<Tally> => {
    const tally = said(child, 'answered') as Promise<Tally>;
    child.send('end');
    return tally;
  };
  const count = async (text: string): Promise<number> =>
    Number((await database.query<{ n: string }>(`SELECT count(*) AS n FROM (${text}) x`)).rows[0]!.n);

  /** Invariants that must hold at any time, checked while the processes run. */
  const broken = async () => ({
    overfilled: await count(
      `SELECT agent_id FROM work WHERE state IN ('offered', 'assigned') GROUP BY 1 HAVING sum(units) > ${CAPACITY}`,
    ),
    twoOffers: await count(`SELECT agent_id FROM offer WHERE state = 'made' GROUP BY 1 HAVING count(*) > 1`),
    overLimit: await count(
      `SELECT 1 FROM work w JOIN queue q ON q.id = w.queue_id AND q.key = 'queue-0'
        WHERE w.state IN ('offered', 'assigned') GROUP BY w.queue_id HAVING count(*) > ${LIMIT_IN_ALL}`,
    ),
    overLimitOfOne: await count(
      `SELECT 1 FROM work w JOIN queue q ON q.id = w.queue_id AND q.key = 'queue-0'
        WHERE w.state IN ('offered', 'assigned') GROUP BY w.agent_id HAVING count(*) > ${LIMIT_OF_ONE}`,
    ),
  });
  const NOTHING = { overfilled: 0, twoOffers: 0, overLimit: 0, overLimitOfOne: 0 };

  it('should assign work once, respect agents’ capacity, and keep the limits of queues', async () => {
    const children = await Promise.all(Array.from({ length: PROCESSES }, start));
    for (const child of children) child.send('begin');
    const full = `SELECT agent_id FROM work WHERE state = 'assigned' GROUP BY 1 HAVING sum(units) = ${CAPACITY}`;
    await waitFor(
      async () => {
        expect(await broken()).toEqual(NOTHING);
        return (await count(full)) === AGENTS;
      },
      { what: 'every agent to be full', within: 120_000, every: 20 },
    );
    const tallies = await Promise.all(children.map(end));
    expect(await broken()).toEqual(NOTHING);
    // Each process took part, and some lost a conflict: they did run concurrently.
    for (const tally of tallies) expect(tally.answered).toBeGreaterThan(0);
    expect(tallies.reduce((sum, tally) => sum + tally.lost, 0)).toBeGreaterThan(0);

    const accepted = await count(`SELECT 1 FROM offer WHERE state = 'accepted'`);
    expect(accepted).toBe(await count(`SELECT 1 FROM work WHERE state = 'assigned'`));
    expect(accepted).toBe((AGENTS * CAPACITY) / 20);
    expect(
      await count(`SELECT work_id FROM offer WHERE state = 'accepted' GROUP BY 1 HAVING count(*) > 1`),
    ).toBe(0);
    expect(
      await count(
        `SELECT 1 FROM ticket t JOIN work w ON w.ticket_id = t.id
          WHERE t.assignee_id IS DISTINCT FROM CASE WHEN w.state = 'assigned' THEN w.agent_id END`,
      ),
    ).toBe(0);
    expect(
      await count(
        `SELECT 1 FROM offer a JOIN offer b USING (work_id, agent_id) WHERE a.state = 'declined' AND b.id > a.id`,
      ),
    ).toBe(0);
  }, 180_000);
});
