import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openKeyRing } from '#wasl/platform';
import { runAsOwner, createTestDatabase, type TestDatabase, testUrls } from '#wasl/testing';

/** Statements that must fail for an attacker who controls a process, and the permission each would need. */
const REFUSED: [string, string][] = [
  ['reads a file of the server', `SELECT pg_read_file('/etc/passwd')`],
  ['lists a folder of the server', `SELECT pg_ls_dir('/')`],
  ['runs a program', `COPY (SELECT 1) TO PROGRAM 'id'`],
  ['writes a file', `COPY ticket TO '/tmp/tickets.csv'`],
  ['loads a file into a table', `COPY setting (key) FROM '/etc/passwd'`],
  ['loads a file as a large object', `SELECT lo_import('/etc/passwd')`],
  ['loads a library', `LOAD '/tmp/evil.so'`],
  ['makes a table', 'CREATE TABLE mine (x int)'],
  ['makes a table among the job queues’', 'CREATE TABLE bullmq.mine (x int)'],
  ['makes a schema', 'CREATE SCHEMA mine'],
  ['makes a function', `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
  ['makes an extension', 'CREATE EXTENSION pg_stat_statements'],
  ['makes a role', 'CREATE ROLE mine SUPERUSER LOGIN'],
  ['makes a database', 'CREATE DATABASE mine'],
  ['becomes the owner', 'SET ROLE wasl_owner'],
  ['becomes the superuser', 'SET SESSION AUTHORIZATION postgres'],
  ['gives itself more rights', 'ALTER ROLE CURRENT_USER SUPERUSER'],
  ['changes a table', 'ALTER TABLE ticket ADD COLUMN mine text'],
  ['puts a trigger on a table', 'ALTER TABLE ticket DISABLE TRIGGER ALL'],
  ['drops a table', 'DROP TABLE ticket CASCADE'],
  ['drops a schema', 'DROP SCHEMA public CASCADE'],
  ['empties a table', 'TRUNCATE ticket CASCADE'],
  ['changes the audit trail', `UPDATE audit_entry SET action = 'nothing'`],
  ['removes from the audit trail', 'DELETE FROM audit_entry'],
  ['empties the audit trail', 'TRUNCATE audit_entry'],
  ['removes the audit trail’s end', 'DELETE FROM audit_head'],
  ['turns triggers off', `SET session_replication_role = replica`],
  ['says that a migration was applied', `INSERT INTO migrations (timestamp, name) VALUES (1, 'x')`],
  ['changes the server', `ALTER SYSTEM SET log_statement = 'none'`],
  ['reads the server’s settings of access', 'SELECT * FROM pg_hba_file_rules'],
  ['reads the passwords of roles', 'SELECT rolpassword FROM pg_authid'],
  [
    'ends the connections of others',
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'`,
  ],
];

/** Additional statements refused to the portal, which is exposed to the public. */
const REFUSED_TO_PORTAL: [string, string][] = [
  ['reads the hashes of staff passwords', 'SELECT password_hash FROM staff'],
  ['reads everything about staff', 'SELECT * FROM staff'],
  [
    'makes an administrator',
    `INSERT INTO staff (id, email, name, role) VALUES (gen_random_uuid(), 'x@x.example', 'X', 'administrator')`,
  ],
  ['makes somebody an administrator', `UPDATE staff SET role = 'administrator'`],
  ['reads sessions', 'SELECT 1 FROM staff_session'],
  ['frees a role of its second factor', 'DELETE FROM second_factor_role'],
  ['changes a key that others sign with', `UPDATE kept_key SET wrapped = ''`],
  ['removes the keys that others sign with', 'DELETE FROM kept_key'],
  ['makes a session', `INSERT INTO staff_session (token_hash) VALUES ('')`],
  ['reads links that set a password', 'SELECT 1 FROM staff_link'],
  ['reads the seeds of one-time codes', 'SELECT 1 FROM staff_otp'],
  ['reads recovery codes', 'SELECT 1 FROM staff_recovery_code'],
  ['reads tokens of programs', 'SELECT 1 FROM api_token'],
  ['reads keys of Open311', 'SELECT 1 FROM open311_key'],
  ['reads the audit trail', 'SELECT 1 FROM audit_entry'],
  ['writes the audit trail', `INSERT INTO audit_entry (seq) VALUES (1)`],
  ['changes the end of the audit trail', 'UPDATE audit_head SET seq = 0'],
  ['changes how work is given out', 'DELETE FROM routing_rules'],
  ['changes what is promised', 'DELETE FROM sla_policy'],
];

describe('the database roles of the processes', () => {
  let database: TestDatabase;
  let app: pg.Client;
  let portal: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    [app, portal] = await Promise.all([connect(database.url), connect(database.portalUrl)]);
  });
  afterAll(() => Promise.all([app.end(), portal.end()]));

  it.each(REFUSED)('the api and the worker: nobody %s', async (_, statement) => {
    await expect(app.query(statement)).rejects.toThrow(DENIED);
  });

  it.each([...REFUSED, ...REFUSED_TO_PORTAL])('the portal: nobody %s', async (_, statement) => {
    await expect(portal.query(statement)).rejects.toThrow(DENIED);
  });

  it.each(['postgres', 'template1'])('cannot connect to the database %s', async (name) => {
    for (const url of [database.url, database.portalUrl]) {
      const elsewhere = Object.assign(new URL(url), { pathname: `/${name}` }).href;
      await expect(connect(elsewhere)).rejects.toThrow(/permission denied for database/);
    }
  });

  it('can read and write rows, with a fixed search_path', async () => {
    await app.query(`INSERT INTO setting (key, value) VALUES ('mine', 'true')`);
    await app.query(`UPDATE setting SET value = 'false' WHERE key = 'mine'`);
    expect((await app.query(`DELETE FROM setting WHERE key = 'mine'`)).rowCount).toBe(1);
    for (const client of [app, portal]) {
      const { rows } = await client.query('SHOW search_path');
      expect(rows).toEqual([{ search_path: 'public, pg_temp' }]);
    }
    expect((await portal.query('SELECT id, name, role FROM staff')).rows).toEqual([]);
  });

  it('let the portal be the first process to connect', async () => {
    await openKeyRing(async (text, values) => (await portal.query(text, values)).rows, {
      SECRET_KEY: 'a key for tests only '.repeat(3),
    });
    expect((await portal.query('SELECT 1 FROM kept_key')).rowCount).toBeGreaterThan(0);
  });

  it('have a statement timeout of a minute', async () => {
    for (const client of [app, portal])
      expect((await client.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: '1min' }]);
  });

  it('let the portal write only to listed tables, so that new tables must be decided', async () => {
    const { rows } = await portal.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'UPDATE') ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(WRITTEN_BY_PORTAL);
  });

  it('have rights on new tables: the api at once, the portal when decided', async () => {
    await runAsOwner(database.url, 'CREATE TABLE later (id bigserial PRIMARY KEY, word text)');
    expect((await app.query(`INSERT INTO later (word) VALUES ('x') RETURNING id`)).rowCount).toBe(1);
    await expect(app.query('TRUNCATE later')).rejects.toThrow(DENIED);
    await expect(portal.query('SELECT 1 FROM later')).rejects.toThrow(DENIED);
  });

  it('own nothing', async () => {
    const { rows } = await app.query(
      `SELECT relname FROM pg_class WHERE relowner IN ('wasl_app'::regrole, 'wasl_portal'::regrole)
       UNION ALL SELECT proname FROM pg_proc WHERE proowner IN ('wasl_app'::regrole, 'wasl_portal'::regrole)`,
    );
    expect(rows).toEqual([]);
  });

  it('are neither superusers nor members of a role', async () => {
    const { rows } = await app.query(
      `SELECT rolname FROM pg_roles r WHERE rolname IN ('wasl_owner', 'wasl_app', 'wasl_portal')
        AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
             OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid))`,
    );
    expect(rows).toEqual([]);
  });

  it('are not the server’s own account', () => {
    expect(new URL(testUrls().superuser).username).toBe('postgres');
  });
});

const DENIED =
  /permission denied|must be (owner|superuser)|not permitted|not a superuser|Only roles with|must have|access to library/i;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A table missing here is new: may public requests write to it? Then add it; otherwise see rights.ts. */
const WRITTEN_BY_PORTAL = `
  address_reach attachment attempt_budget call_up callback chat clock clock_pause clock_step counter_visit held_message history idempotency_key inbound_text interaction live_event live_room mail_thread message offer open311_filing open311_request open311_update outbox outgoing_mail outgoing_text presence presence_history public_upload public_upload_piece queue_alarm queue_counter queue_guard rate_limit rating report_follower requester requester_account requester_address requester_code requester_identity requester_session requester_sign_in routing_round setting socket_io_attachments ticket ticket_contact ticket_link ticket_search work`
  .trim()
  .split(/\s+/);
