import fc from 'fast-check';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#wasl/testing';
import { mayRead, type Reader, readScopeOf, type ServiceWall } from '../domain/may-read.js';
import { readCondition } from './read-scope-sql.js';

const id = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-00000000000${n}`;
const pick = (kind: number, many: number) => fc.integer({ min: 0, max: many - 1 }).map((n) => id(kind, n));
const GROUPS = ['family', 'health', 'minors'];

const service = (n: number) =>
  fc.record({
    id: fc.constant(id(1, n)),
    entityIds: fc.uniqueArray(pick(2, 4), { minLength: 1, maxLength: 3 }),
    readerGroups: fc.option(fc.subarray(GROUPS), { nil: null }),
  });
const directory = fc.tuple(...[0, 1, 2, 3].map(service)) as fc.Arbitrary<ServiceWall[]>;
const reader: fc.Arbitrary<Reader> = fc.record({
  id: pick(3, 3),
  scope: fc.constantFrom('centre', 'entity'),
  entityId: fc.option(pick(2, 4), { nil: null }),
  groups: fc.subarray(GROUPS),
  servedQueueIds: fc.option(fc.uniqueArray(pick(4, 3)), { nil: null }),
});
const ticket = fc.record({
  service: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  queueId: pick(4, 3),
  assigneeId: fc.option(pick(3, 3), { nil: null }),
});

describe('the predicate of who may read which tickets', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('should choose in PostgreSQL exactly what the rule allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        directory,
        reader,
        fc.array(ticket, { minLength: 1, maxLength: 12 }),
        async (services, who, tickets) => {
          const values: unknown[] = [
            tickets.map((one) => (one.service === null ? null : services[one.service]!.id)),
            tickets.map(({ queueId }) => queueId),
            tickets.map(({ assigneeId }) => assigneeId),
          ];
          const condition = readCondition(readScopeOf(who, services), values);
          const { rows } = await client.query<{ n: number }>(
            `SELECT n::int FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY
                      AS t (service_id, queue_id, assignee_id, n)
              WHERE ${condition} ORDER BY n`,
            values,
          );
          const allowed = tickets.flatMap(({ service: at, ...one }, n) =>
            mayRead(who, { ...one, service: at === null ? null : services[at]! }) ? [n + 1] : [],
          );
          expect(rows.map(({ n }) => n)).toEqual(allowed);
        },
      ),
      { numRuns: 500 },
    );
  });
});
