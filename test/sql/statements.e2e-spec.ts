import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#wasl/testing';
import { type CollectedStatements, collectStatements } from './collect-statements.js';

const root = join(import.meta.dirname, '../..');
/** How many statements of each file only exist at run time; the suites of their features execute those. */
const COMPOSED = join(import.meta.dirname, 'composed-statements.json');
/** Tests have statements of their own; the console has none; `apps/local` and the embedded PostgreSQL prepare clusters. */
const NOT_READ =
  /(\.(spec|e2e-spec|spec-support|d)\.tsx?$)|^libs\/testing\/|^libs\/platform\/src\/embedded-postgres\/|^apps\/(local|console)\//;

const sources = () =>
  ['libs', 'apps']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((path) => path.endsWith('.ts') && !NOT_READ.test(path))
    .map((path) => join(root, path));

describe('the SQL statements of the sources', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let collected: CollectedStatements;

  beforeAll(async () => {
    collected = collectStatements(root, sources());
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  }, 240_000);
  afterAll(() => client.end());

  it('can be planned against the migrated schema, with the rights of api and worker', async () => {
    expect(collected.statements.length).toBeGreaterThan(600);
    const faults: string[] = [];
    for (const { place, text } of collected.statements) {
      const fault = await planned(text);
      if (fault) faults.push(`${place}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it('are all read from the sources, but for those that are put together at run time', () => {
    const counts = new Map<string, number>();
    for (const place of collected.unresolved) {
      const path = place.split(':')[0]!;
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    const found = Object.fromEntries([...counts].sort());
    if (process.env.UPDATE_COMPOSED_STATEMENTS === '1')
      writeFileSync(COMPOSED, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(COMPOSED, 'utf8')));
  });

  /** Names, types, parameters and privileges are checked; nothing is executed. @returns the error, if there is one */
  async function planned(text: string): Promise<string | undefined> {
    try {
      await client.query(`EXPLAIN (GENERIC_PLAN) ${text}`);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }
});
