import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { createTestDatabase } from '#wasl/testing';
import { startRouting } from '../../../test/routing/routing-context.js';
import { seedWork } from '../../../test/routing/seed-work.js';
import { routeRound } from './domain/route-round.js';
import { DEFAULT_ROUTING, DEFAULT_SETTINGS } from './domain/routing-rules.js';
import { type RoundInput, RoundReader } from './round-reader.js';
import { RoundWriter } from './round-writer.js';

const LIMIT = 3;
const ALL = 1_000;

/** Two rounds that both read before either writes: the worst case. */
describe('two concurrent rounds with the same input', () => {
  let context: INestApplicationContext;
  let client: pg.Client;
  const folder = mkdtempSync(join(tmpdir(), 'wasl-at-once-'));

  beforeAll(async () => {
    const { url, ownerUrl } = await createTestDatabase();
    client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const queues = ['limited', 'free'].map((key) => ({ key, skill: null, level: 1 }));
    await seedWork(client, { queues, agents: 12, waiting: 60 });
    await client.query(`UPDATE work SET language = 'ar'`);
    await client.query(`INSERT INTO staff_skill SELECT id, 'ar', 3 FROM staff ON CONFLICT DO NOTHING`);
    const limited = { ...DEFAULT_SETTINGS, limits: { perAgent: null, total: LIMIT } };
    await client.query('INSERT INTO routing_rules (rules, at) VALUES ($1, now())', [
      JSON.stringify({ ...DEFAULT_ROUTING, queues: { limited } }),
    ]);
    context = await startRouting(url, folder);
  });
  beforeEach(async () => {
    await client.query(`DELETE FROM offer`);
    await client.query(`UPDATE work SET state = 'waiting', agent_id = NULL`);
  });
  afterAll(async () => {
    await context.close();
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const reader = () => context.get(RoundReader);
  const read = async (): Promise<RoundInput> => reader().readWork((await reader().readContext('main'))!, ALL);
  const write = (input: RoundInput) =>
    context
      .get(RoundWriter)
      .write('main', input, routeRound(input.waiting, input.agents, input.routing.round, input.held));
  const count = async (condition: string) =>
    Number(
      (
        await client.query<{ n: string }>(
          `SELECT count(*) AS n FROM work w JOIN queue q ON q.id = w.queue_id WHERE ${condition}`,
        )
      ).rows[0]!.n,
    );

  it('should both be written when they affect different agents and work', async () => {
    const [one, other] = [await read(), await read()];
    const half = (input: RoundInput, n: number): RoundInput => ({
      ...input,
      agents: input.agents.filter((_, i) => i % 2 === n),
      waiting: input.waiting.filter((work, i) => i % 2 === n && !input.guards.has(work.queueId)),
    });
    expect(await write(half(one, 0))).toBe(6);
    expect(await write(half(other, 1))).toBe(6);
  });

  it('should never assign an agent or a work item twice', async () => {
    const [one, other] = [await read(), await read()];
    const [first, second] = await Promise.all([write(one), write(other)]);
    expect(Math.max(first, second)).toBeGreaterThan(0);
    expect(Math.min(first, second)).toBe(0);
    // The same agents for other work, the same work to other agents.
    expect(await reader().readContext('main')).toBeNull();
    expect(await write({ ...other, waiting: other.waiting.slice(30) })).toBe(0);
    expect(await write({ ...one, agents: [...one.agents].reverse() })).toBe(0);
  });

  it('should keep the queue limit together, though each saw free capacity', async () => {
    const [one, other] = [await read(), await read()];
    const only = (input: RoundInput, n: number): RoundInput => {
      const inLimited = input.waiting.filter((work) => input.guards.has(work.queueId));
      return {
        ...input,
        agents: input.agents.filter((_, i) => i % 2 === n),
        waiting: inLimited.filter((_, i) => i % 2 === n),
      };
    };
    const made = await Promise.all([write(only(one, 0)), write(only(other, 1))]);
    expect(made.sort()).toEqual([0, LIMIT]);
    expect(await count(`q.key = 'limited' AND w.state = 'offered'`)).toBe(LIMIT);
    expect((await read()).held.get([...one.guards.keys()][0]!)).toBe(LIMIT);
    expect(await write(only(await read(), 1))).toBe(0);
  });

  it('should prevent deletion of the offered work, its agent and its queue', async () => {
    await write(await read());
    await client.query(`CREATE TABLE kept AS SELECT work_id, agent_id, queue_id FROM offer LIMIT 1`);
    for (const [table, column] of [
      ['work', 'work_id'],
      ['staff', 'agent_id'],
      ['queue', 'queue_id'],
    ])
      await expect(
        client.query(`DELETE FROM ${table} WHERE id = (SELECT ${column} FROM kept)`),
      ).rejects.toMatchObject({ code: '23503', message: expect.stringContaining('offer') as string });
    await client.query('DROP TABLE kept');
  });
});
