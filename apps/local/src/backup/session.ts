import pg from 'pg';

/** Copies of a table must be the same bytes on every server, whatever its configuration. */
const SAME_TEXT = [
  `SET client_encoding = 'UTF8'`,
  `SET TimeZone = 'UTC'`,
  `SET DateStyle = 'ISO, YMD'`,
  `SET IntervalStyle = 'postgres'`,
  `SET bytea_output = 'hex'`,
  'SET extra_float_digits = 1',
  // Large tables are otherwise read from where another reader is, so that the order of the rows changes.
  'SET synchronize_seqscans = off',
  'SET search_path = public, pg_temp',
];
const NO_LIMITS = [
  'SET statement_timeout = 0',
  'SET idle_in_transaction_session_timeout = 0',
  `SET lock_timeout = '30s'`,
];

/** A connection for copying tables. */
export async function openSession(url: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that is lost fails the statement that runs; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  for (const statement of [...SAME_TEXT, ...NO_LIMITS]) await client.query(statement);
  return client;
}

export interface TableColumns {
  name: string;
  columns: { name: string; type: string }[];
}

/**
 * The tables of Wasl with the columns that hold data: generated ones are computed again. Tables of extensions and the job
 * queues are left out: jobs are made again from the tables.
 */
export async function readTables(client: pg.ClientBase): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(
    `SELECT c.relname AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attname)
          FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
     FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence <> 't'
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     ORDER BY c.relname COLLATE "C"`,
  );
  return rows;
}

/** `"name" ("a", "b")`, as COPY takes it. */
export function copyTarget({ name, columns }: TableColumns): string {
  return `${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column.name)).join(', ')})`;
}
