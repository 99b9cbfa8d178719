import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateDatabase } from '#wasl/platform';
import { testUrls } from '#wasl/testing';
import { DATABASE_ROLES, ensureDatabase } from './index.js';

const NAME = 'of_an_earlier_version';
const at = (url: string) => Object.assign(new URL(url), { pathname: `/${NAME}` }).href;

async function query<T>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows as T[];
}

/** Objects that do not belong to the owner role, except those of extensions. */
const FOREIGN = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'bullmq') AND pg_get_userbyid(c.relowner) <> 'wasl_owner'
  UNION ALL
  SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname IN ('public', 'bullmq') AND pg_get_userbyid(p.proowner) <> 'wasl_owner'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE n.nspname IN ('public', 'bullmq') AND pg_get_userbyid(t.typowner) <> 'wasl_owner'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.typelem AND d.deptype = 'e')
  UNION ALL
  SELECT nspname FROM pg_namespace WHERE nspname = 'bullmq' AND pg_get_userbyid(nspowner) <> 'wasl_owner'`;

describe('a database of an earlier version, in which everything belonged to the superuser', () => {
  const superuser = () => at(testUrls().superuser);

  beforeAll(async () => {
    await query(testUrls().superuser, `CREATE DATABASE ${NAME}`);
    await migrateDatabase(superuser());
    await query(superuser(), `INSERT INTO setting (key, value) VALUES ('kept', 'true')`);
    expect(await query(superuser(), FOREIGN)).not.toEqual([]);
    await ensureDatabase(superuser());
  });
  afterAll(() => query(testUrls().superuser, `DROP DATABASE ${NAME} WITH (FORCE)`));

  it('belongs to the owner role afterwards, with everything in it', async () => {
    expect(await query(superuser(), FOREIGN)).toEqual([]);
    expect(
      await query(
        superuser(),
        'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = current_database()',
      ),
    ).toEqual([{ owner: DATABASE_ROLES.owner }]);
  });

  it('is migrated by the owner and read and written by the processes, with its data kept', async () => {
    const { owner, app, portal } = testUrls();
    expect(await migrateDatabase(at(owner), DATABASE_ROLES)).toEqual({ applied: [] });
    for (const url of [app, portal])
      expect(await query(at(url), `SELECT value FROM setting WHERE key = 'kept'`)).toEqual([{ value: true }]);
    await expect(query(at(app), 'DROP TABLE setting')).rejects.toThrow('must be owner');
    await query(at(owner), 'ALTER TABLE setting ADD COLUMN later text');
  });

  it('is left unchanged by a second run', async () => {
    await ensureDatabase(superuser());
    expect(await query(superuser(), FOREIGN)).toEqual([]);
  });
});
