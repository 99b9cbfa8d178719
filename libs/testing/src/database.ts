import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DATABASE_ROLES } from '../../platform/src/embedded-postgres/index.js';

/** The roles of the test cluster; see libs/platform/src/embedded-postgres. */
export { DATABASE_ROLES };

export interface TestDatabase {
  /**
   * Connection string of a fresh, migrated, empty database with the role of api and worker, which may only read and
   * write rows.
   */
  url: string;
  /** With the owner role, for what only migrations do in production: creating, altering and dropping tables. */
  ownerUrl: string;
  portalUrl: string;
  drop(): Promise<void>;
}

const open = new Set<TestDatabase>();

/**
 * Creates a database for one suite, copied from the migrated template. Databases that are not dropped are removed when
 * the suite ends.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { owner, app, portal } = DATABASE_ROLES;
  await onServer([
    `CREATE DATABASE ${name} OWNER ${owner} TEMPLATE wasl_template STRATEGY FILE_COPY`,
    // Connect privileges are not copied from the template.
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${app}, ${portal}`,
  ]);
  const database: TestDatabase = {
    url: urlFor('app', `/${name}`),
    ownerUrl: urlFor('owner', `/${name}`),
    portalUrl: urlFor('portal', `/${name}`),
    drop: async () => {
      if (open.delete(database)) await onServer([`DROP DATABASE ${name} WITH (FORCE)`]);
    },
  };
  open.add(database);
  return database;
}

export async function dropLeftoverDatabases(): Promise<void> {
  for (const database of open) await database.drop();
}

interface TestUrls {
  superuser: string;
  owner: string;
  app: string;
  portal: string;
}

/** Connection strings of the test run's PostgreSQL, by role. */
export function testUrls(): TestUrls {
  const urls = process.env.WASL_TEST_POSTGRES;
  if (!urls) {
    throw new Error(
      'No test PostgreSQL: name the file *.e2e-spec.ts or *.journey.ts, so that jest starts one',
    );
  }
  return JSON.parse(urls) as TestUrls;
}

async function onServer(statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testUrls().superuser });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Runs statements that only the owner of a database may run: creating, altering and truncating tables.
 * @param url of a test database, with any role
 */
export async function runAsOwner(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor('owner', new URL(url).pathname) });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlFor(role: keyof TestUrls, pathname: string): string {
  return Object.assign(new URL(testUrls()[role]), { pathname }).href;
}
