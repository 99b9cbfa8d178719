import pg from 'pg';
import { MIGRATION_NAMES, secretKeysOf } from '#wasl/platform';
import { explain } from '../backup/operator-error.js';
import { type Check, type Examined, fail, type Finding, ok, warn, within } from './finding.js';

const ANSWER_MS = 10_000;
const OLDEST = 150_000;
const CLOCK_WARN_MS = 2_000;
const CLOCK_FAIL_MS = 60_000;

/** Everything that is asked of the database, over one connection. */
export const checkDatabase: Check = async (examined) => {
  const { databaseUrl, settings } = examined;
  if (!databaseUrl)
    return [
      warn(
        'database',
        `none runs in ${settings.DATA_DIR}`,
        'start the system (npm start) and ask again, or set DATABASE_URL',
      ),
    ];
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'wasl-doctor',
    connectionTimeoutMillis: ANSWER_MS,
    statement_timeout: ANSWER_MS,
  });
  client.on('error', () => undefined);
  const where = new URL(databaseUrl);
  try {
    await within(ANSWER_MS, client.connect());
  } catch (error) {
    return [
      fail('database', `${where.host} refuses us: ${explain(error)}`, adviceFor(error as pg.DatabaseError)),
    ];
  }
  try {
    const found = [await server(client, where.host), await clock(client), await text(client)];
    const schema = await migrations(client);
    found.push(schema.finding);
    if (schema.isThere) found.push(...(await roles(client, examined)), await key(client, examined));
    return found;
  } finally {
    await client.end();
  }
};

function adviceFor({ code }: { code?: string }): string {
  if (code === '28P01' || code === '28000') return 'correct user and password in DATABASE_URL';
  if (code === '3D000') return 'create the database, or correct its name in DATABASE_URL';
  if (code === '53300') return 'all connections are taken: raise max_connections, or lower DATABASE_POOL';
  return 'start PostgreSQL, open the network between the two, or correct host and port in DATABASE_URL';
}

async function server(client: pg.Client, host: string): Promise<Finding> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const { number, version } = rows[0]!;
  const found = `PostgreSQL ${version} at ${host}`;
  return number < OLDEST
    ? fail('database', found, 'upgrade PostgreSQL to 15 or newer')
    : ok('database', found);
}

/** Half of the round trip is taken off. */
async function clock(client: pg.Client): Promise<Finding> {
  const begun = Date.now();
  const { rows } = await client.query<{ ms: number }>(
    `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`,
  );
  const ended = Date.now();
  return judgeClock(rows[0]!.ms - (begun + ended) / 2);
}

export function judgeClock(difference: number): Finding {
  const found = `differs by ${(Math.abs(difference) / 1_000).toFixed(1)} s from the database's`;
  const action = 'set both clocks by NTP (timedatectl, chrony)';
  if (Math.abs(difference) >= CLOCK_FAIL_MS) return fail('clock', found, action);
  return Math.abs(difference) >= CLOCK_WARN_MS ? warn('clock', found, action) : ok('clock', found);
}

async function text(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ encoding: string; type: string }>(
    `SELECT pg_encoding_to_char(encoding) AS encoding, datctype AS type FROM pg_database WHERE datname = current_database()`,
  );
  const { encoding, type } = rows[0]!;
  if (encoding === 'UTF8' && !/^(C|POSIX)$/.test(type)) return ok('text', `${encoding}, ${type}`);
  return fail(
    'text',
    `${encoding}, LC_CTYPE ${type}: Arabic search finds nothing`,
    `create the database with ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' TEMPLATE template0 and restore a backup into it`,
  );
}

async function migrations(client: pg.Client): Promise<{ finding: Finding; isThere: boolean }> {
  const prepare = 'run prepare-database of this version (npm start does it by itself)';
  const { rows: table } = await client.query<{ found: string | null }>(
    `SELECT to_regclass('public.migrations')::text AS found`,
  );
  if (!table[0]!.found) return { finding: warn('schema', 'the database is empty', prepare), isThere: false };
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
  const applied = new Set(rows.map(({ name }) => name));
  const newer = rows.filter(({ name }) => !MIGRATION_NAMES.includes(name));
  const pending = MIGRATION_NAMES.filter((name) => !applied.has(name));
  const finding =
    newer.length > 0
      ? fail(
          'schema',
          `newer than this version (${newer.at(-1)!.name})`,
          'install the version that made it, or a later one',
        )
      : pending.length > 0
        ? warn('schema', `${pending.length} migrations are pending, from ${pending[0]} on`, prepare)
        : ok('schema', `${applied.size} migrations, none pending`);
  return { finding, isThere: true };
}

async function roles(client: pg.Client, { settings }: Examined): Promise<Finding[]> {
  // The embedded database has roles of its own, which npm start makes.
  if (!settings.DATABASE_URL) return [ok('roles', 'of the embedded database')];
  const { rows } = await client.query<Rights>(
    `SELECT current_user::text AS user, rolsuper AS super,
       pg_has_role((SELECT relowner FROM pg_class WHERE oid = to_regclass('public.ticket')), 'USAGE') AS owner,
       has_table_privilege('public.ticket', 'SELECT, INSERT') AND has_table_privilege('public.ticket', 'UPDATE')
         AND has_table_privilege('public.audit_entry', 'INSERT') AND has_sequence_privilege('public.ticket_seq', 'USAGE') AS enough
     FROM pg_roles WHERE rolname = current_user`,
  );
  return [judgeRights(rows[0]!)];
}

interface Rights {
  user: string;
  super: boolean;
  owner: boolean;
  enough: boolean;
}

function judgeRights({ user, super: isSuper, owner, enough }: Rights): Finding {
  const own =
    'set MIGRATION_DATABASE_URL for the owner, give DATABASE_URL a role of its own (docker/postgres), and run prepare-database';
  if (isSuper) return warn('roles', `${user} is a superuser, who reads files of the server`, own);
  if (owner) return warn('roles', `${user} owns the tables, and may change the audit trail`, own);
  if (!enough)
    return fail(
      'roles',
      `${user} may not read and write the tables`,
      'run prepare-database with this DATABASE_URL; it grants the rights',
    );
  return ok('roles', `${user} may read and write rows, and no more`);
}

async function key(client: pg.Client, { secretKey, settings }: Examined): Promise<Finding> {
  const { rows } = await client.query<{ id: string }>('SELECT DISTINCT wrapped_by AS id FROM kept_key');
  if (!secretKey)
    return fail(
      'secret key',
      'SECRET_KEY is not set',
      `give the key of this database, in SECRET_KEY or SECRET_KEY_FILE`,
    );
  const given = secretKeysOf(secretKey).map(({ id }) => id);
  const absent = rows.find(({ id }) => !given.includes(id));
  if (absent)
    return fail(
      'secret key',
      `this database was made with key ${absent.id}, and SECRET_KEY has ${given.join(', ')}`,
      `give the key that was kept of it; ${settings.DATABASE_URL ? 'look into the store of secrets' : 'look for an earlier DATA_DIR/secret-key'}`,
    );
  if (given.length > 1)
    return warn(
      'secret key',
      `${given.length} keys are in SECRET_KEY`,
      'npm run rotate-keys -- --status says which may go',
    );
  return ok('secret key', `${given[0]} fits the database`);
}
