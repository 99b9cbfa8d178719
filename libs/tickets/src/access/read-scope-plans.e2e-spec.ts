import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#wasl/testing';
import type { ReadScope } from '../domain/may-read.js';
import { readCondition } from './read-scope-sql.js';

const TICKETS = 20_000;
const SEED = `
INSERT INTO queue (id, key, name_ar, name_en) VALUES ('00000004-0000-4000-8000-000000000000', 'walls', 'q', 'q');
INSERT INTO entity (id, key, name_ar, name_en) VALUES ('00000002-0000-4000-8000-000000000000', 'walls', 'e', 'e');
INSERT INTO requester (id, audience) VALUES ('00000005-0000-4000-8000-000000000000', 'citizen');
INSERT INTO service (id, code, entity_id, queue_id, name_ar, name_en)
  SELECT ('00000001-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'walls-' || n,
         '00000002-0000-4000-8000-000000000000', '00000004-0000-4000-8000-000000000000', 's', 's'
    FROM generate_series(0, 40) n;
INSERT INTO ticket (id, number, subject, description, kind, status, priority, channel, language, queue_id, service_id,
                    requester_id, created_at, updated_at)
  SELECT n, lpad(n::text, 12, '0'), 's', 'd', 'request', 'open', 'normal', 'web', 'en',
         '00000004-0000-4000-8000-000000000000',
         -- The first service has a ticket in two thousand, the others share the rest.
         ('00000001-0000-4000-8000-' || lpad((CASE WHEN n % 2000 = 0 THEN 0 ELSE 1 + n % 40 END)::text, 12, '0'))::uuid,
         '00000005-0000-4000-8000-000000000000', now(), now()
    FROM generate_series(1, ${TICKETS}) n;
ANALYZE ticket;`;

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}
const service = (n: number) => `00000001-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Rows that a plan read from tables, whether or not it kept them. */
const readBy = (plan: Plan): number =>
  (plan.Plans ?? []).reduce((sum, one) => sum + readBy(one), 0) ||
  (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];

describe('lists within a scope', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(SEED);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const scope = (services: ReadScope['services']): ReadScope => ({
    readerId: '00000003-0000-4000-8000-000000000000',
    services,
    servedQueueIds: null,
  });

  /** The statement of the list of tickets; `before` is where an earlier page ended. */
  async function planOf(within: ReadScope, before: number): Promise<Plan> {
    const values: unknown[] = [before];
    const condition = readCondition(within, values);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) SELECT t.* FROM ticket t WHERE t.id < $1 AND ${condition} ORDER BY t.id DESC LIMIT 26`,
      values,
    );
    return rows[0]!['QUERY PLAN'][0].Plan;
  }

  it.each<[string, ReadScope['services'], number]>([
    ['the centre', { allBut: [] }, 26],
    ['the centre, with closed services', { allBut: [service(0), service(1)] }, 40],
    ['an entity of half of all tickets', { only: Array.from({ length: 20 }, (_, n) => service(n + 1)) }, 80],
    ['an entity of a fortieth', { only: [service(1)] }, 1_100],
    ['an entity of a two-thousandth', { only: [service(0)] }, 60],
    ['an entity without services', { only: [] }, 0],
  ])('should read few tickets for %s, on the first page and later', async (_who, services, most) => {
    for (const before of [TICKETS + 1, TICKETS / 2])
      expect(readBy(await planOf(scope(services), before))).toBeLessThanOrEqual(most);
  });
});
