import pg from 'pg';
import { DATABASE_ROLES } from './database-roles.js';

/**
 * Creates the database of `superuserUrl` when it is missing, and makes the owner role the owner of it and of everything
 * in it. In clusters of earlier versions everything belonged to the superuser, which was also the role of the
 * processes.
 */
export async function ensureDatabase(superuserUrl: string): Promise<void> {
  const name = decodeURIComponent(new URL(superuserUrl).pathname.slice(1));
  const maintenanceUrl = new URL(superuserUrl);
  maintenanceUrl.pathname = '/postgres';
  const database = pg.escapeIdentifier(name);
  const isOwned = await withClient(maintenanceUrl.href, async (client) => {
    const { rows } = await client.query<{ owned: boolean }>(
      'SELECT pg_get_userbyid(datdba) = $2 AS owned FROM pg_database WHERE datname = $1',
      [name, DATABASE_ROLES.owner],
    );
    if (rows.length === 0) await client.query(`CREATE DATABASE ${database} OWNER ${DATABASE_ROLES.owner}`);
    return rows[0]?.owned ?? true;
  });
  if (isOwned) return;
  await withClient(superuserUrl, async (client) => {
    // In one transaction, with the database last: an interrupted run starts again from the beginning.
    await client.query('BEGIN');
    await client.query(REASSIGN_OWNER);
    await client.query(`ALTER DATABASE ${database} OWNER TO ${DATABASE_ROLES.owner}`);
    await client.query('COMMIT');
  });
}

/**
 * REASSIGN OWNED does not work for the bootstrap superuser, so every object is reassigned individually. Objects of
 * extensions keep their owner; objects that depend on a table (indexes, row types, owned sequences) follow the table.
 */
const REASSIGN_OWNER = `
DO $$
DECLARE item record;
BEGIN
  FOR item IN
    SELECT format('SCHEMA %I', nspname) AS what, 1 AS step FROM pg_namespace WHERE nspname = 'bullmq'
    UNION ALL
    SELECT format('TABLE %I.%I', n.nspname, c.relname), 2 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'bullmq') AND c.relkind IN ('r', 'p', 'v', 'm')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('SEQUENCE %I.%I', n.nspname, c.relname), 3 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'bullmq') AND c.relkind = 'S'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'a', 'i'))
    UNION ALL
    SELECT format('TYPE %I.%I', n.nspname, t.typname), 4 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname IN ('public', 'bullmq') AND t.typtype IN ('e', 'd')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
    UNION ALL
    SELECT format('ROUTINE %s', p.oid::regprocedure), 5 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'bullmq')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    ORDER BY step
  LOOP
    EXECUTE format('ALTER %s OWNER TO ${DATABASE_ROLES.owner}', item.what);
  END LOOP;
END $$`;

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
