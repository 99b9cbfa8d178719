import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** Connection string of a fresh, migrated, empty database. */
  url: string;
  drop(): Promise<void>;
}

const open = new Set<TestDatabase>();

/** A database of the suite's own, copied from the migrated template. What is not dropped goes when the suite ends. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE wasl_template STRATEGY FILE_COPY`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  const database: TestDatabase = {
    url: url.href,
    drop: async () => {
      if (open.delete(database)) await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
  open.add(database);
  return database;
}

export async function dropLeftoverDatabases(): Promise<void> {
  for (const database of open) await database.drop();
}

/** The URL of the run's PostgreSQL, for suites that make databases of another kind. */
export function serverUrl(): string {
  const url = process.env.WASL_TEST_POSTGRES;
  if (!url) {
    throw new Error(
      'No test PostgreSQL: name the file *.e2e-spec.ts or *.journey.ts, so that jest starts one',
    );
  }
  return url;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
