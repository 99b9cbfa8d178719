import type { Client } from 'pg';
import { JOB_QUEUES } from '#wasl/contracts';
import { APP_PRIVILEGES, isHiddenColumn, portalAccess } from './privileges.js';

/** The database roles of running processes; a role that is not given is the same as the owner. */
export interface RuntimeRoles {
  app?: string;
  portal?: string;
}

const SCHEMAS = ['public', 'bullmq'];
const ROWS = 'SELECT, INSERT, UPDATE, DELETE';

/**
 * Grants the roles of running processes the privileges they need and nothing else. The owner runs it after every
 * migration, so that new tables are covered; `ALTER DEFAULT PRIVILEGES` covers what the owner creates in between.
 */
export async function grantPrivileges(owner: Client, roles: RuntimeRoles): Promise<void> {
  await createJobSequences(owner);
  const ownRole = await currentUser(owner);
  const app = roles.app === ownRole ? undefined : roles.app;
  const portal = roles.portal === ownRole || roles.portal === app ? undefined : roles.portal;
  await owner.query('BEGIN');
  try {
    await restrictDatabase(owner, [app, portal]);
    if (app) await grantApp(owner, app);
    if (portal) await grantPortal(owner, portal);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

/** BullMQ creates the sequence of a queue's job ids with the first job, for which processes lack the privilege. */
async function createJobSequences(owner: Client): Promise<void> {
  for (const queue of JOB_QUEUES) {
    const { rows } = await owner.query<{ name: string }>('SELECT bullmq.job_id_seq_name($1) AS name', [
      queue,
    ]);
    await owner.query(`CREATE SEQUENCE IF NOT EXISTS bullmq.${owner.escapeIdentifier(rows[0]!.name)}`);
  }
}

/** Only the given roles may connect. BullMQ needs TEMPORARY because it adds many jobs through temporary tables. */
async function restrictDatabase(owner: Client, roles: (string | undefined)[]): Promise<void> {
  const { rows } = await owner.query<{ name: string; isOwned: boolean }>(
    `SELECT datname AS name, pg_has_role(datdba, 'USAGE') AS "isOwned" FROM pg_database WHERE datname = current_database()`,
  );
  if (!rows[0]!.isOwned) return;
  const database = owner.escapeIdentifier(rows[0]!.name);
  await owner.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  for (const role of roles.filter((name) => name !== undefined)) {
    await owner.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${owner.escapeIdentifier(role)}`);
  }
}

interface Relation {
  schema: string;
  name: string;
  isSequence: boolean;
  columns: string[];
}

/** Only relations that we own: extensions put views of their own into a schema. */
async function ownRelations(owner: Client): Promise<Relation[]> {
  const { rows } = await owner.query<Relation>(
    `SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'S' AS "isSequence",
       ARRAY(SELECT a.attname::text FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_has_role(c.relowner, 'USAGE')
     ORDER BY 1, 2`,
    [SCHEMAS],
  );
  return rows;
}

async function grantApp(owner: Client, role: string): Promise<void> {
  const to = owner.escapeIdentifier(role);
  const statements = SCHEMAS.flatMap((schema) => [
    ...grantSchemaUsage(schema, to),
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${ROWS} ON TABLES TO ${to}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, USAGE ON SEQUENCES TO ${to}`,
  ]);
  for (const { schema, name, isSequence } of await ownRelations(owner)) {
    const relation = `${schema}.${owner.escapeIdentifier(name)}`;
    const rights = isSequence ? 'SELECT, USAGE' : (APP_PRIVILEGES[`${schema}.${name}`] ?? ROWS);
    statements.push(`REVOKE ALL ON ${relation} FROM ${to}`, `GRANT ${rights} ON ${relation} TO ${to}`);
  }
  await owner.query(statements.join('; '));
}

/** No default privileges: the portal gets access to a table only after its name has been checked against the rules. */
async function grantPortal(owner: Client, role: string): Promise<void> {
  const to = owner.escapeIdentifier(role);
  const statements = SCHEMAS.flatMap((schema) => grantSchemaUsage(schema, to));
  for (const relation of await ownRelations(owner)) {
    const name = `${relation.schema}.${owner.escapeIdentifier(relation.name)}`;
    const rights = portalRights(owner, relation);
    statements.push(`REVOKE ALL ON ${name} FROM ${to}`);
    if (rights) statements.push(`GRANT ${rights} ON ${name} TO ${to}`);
  }
  await owner.query(statements.join('; '));
}

function portalRights(owner: Client, { name, isSequence, columns }: Relation): string | undefined {
  if (isSequence) return 'SELECT, USAGE';
  const access = portalAccess(name);
  if (access === 'none') return undefined;
  if (access === 'write') return ROWS;
  if (access === 'append') return 'SELECT, INSERT';
  const shown = columns.filter((column) => !isHiddenColumn(name, column));
  if (shown.length === columns.length) return 'SELECT';
  return `SELECT (${shown.map((column) => owner.escapeIdentifier(column)).join(', ')})`;
}

const grantSchemaUsage = (schema: string, to: string) => [
  `REVOKE CREATE ON SCHEMA ${schema} FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA ${schema} TO ${to}`,
];

async function currentUser(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name');
  return rows[0]!.name;
}
