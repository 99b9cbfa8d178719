import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { RuntimeSettings, Settings } from '#wasl/platform';
import { DATABASE_ROLES, testUrls } from '#wasl/testing';

export const S3_NAMES = [
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_BUCKET',
  'S3_PREFIX',
] as const;
export const pick = (settings: Settings, names: readonly (keyof RuntimeSettings)[]) =>
  Object.fromEntries(names.map((name) => [name, settings[name]])) as Partial<RuntimeSettings>;

const created: string[] = [];

/** Runs a statement as the superuser of the test run. */
export async function superuser<T extends object>(database: string, text: string): Promise<T[]> {
  const url = Object.assign(new URL(testUrls().superuser), { pathname: `/${database}` });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The settings of a system on an empty database of the owner, to restore into. */
export async function createEmptyDatabase(
  settings: RuntimeSettings,
  folder: string,
): Promise<RuntimeSettings> {
  const name = `restored_${randomBytes(6).toString('hex')}`;
  await superuser('postgres', `CREATE DATABASE ${name} OWNER ${DATABASE_ROLES.owner}`);
  created.push(name);
  const urlOf = (role: 'owner' | 'app' | 'portal') =>
    Object.assign(new URL(testUrls()[role]), { pathname: `/${name}` }).href;
  return {
    ...settings,
    DATABASE_URL: urlOf('app'),
    MIGRATION_DATABASE_URL: urlOf('owner'),
    PORTAL_DATABASE_URL: urlOf('portal'),
    DATA_DIR: join(folder, name),
  };
}

export async function dropEmptyDatabases(): Promise<void> {
  for (const name of created.splice(0)) await superuser('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
}

export const nameOf = ({ DATABASE_URL }: RuntimeSettings) => new URL(DATABASE_URL).pathname.slice(1);

/** 0 as well where there is no such table. */
export async function countTickets(target: RuntimeSettings): Promise<number> {
  const found = `SELECT to_regclass('public.ticket') IS NOT NULL AS there`;
  const [table] = await superuser<{ there: boolean }>(nameOf(target), found);
  if (!table!.there) return 0;
  return (await superuser<{ n: number }>(nameOf(target), 'SELECT count(*)::int AS n FROM ticket'))[0]!.n;
}
