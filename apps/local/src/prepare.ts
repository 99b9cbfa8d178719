import pg from 'pg';
import { readCountryProfile } from '#wasl/country';
import { migrateDatabase, type RuntimeRoles } from '#wasl/platform';
import { demoPasswordHash } from './reference/demo-password.js';
import { layDemoOrganisation } from './reference/lay-demo-organisation.js';
import { layReferenceData } from './reference/lay-reference-data.js';
import { Seeder } from './reference/seeder.js';

export interface Preparation {
  /** as the role that owns the database */
  databaseUrl: string;
  /** what running processes sign in as; they are given their rights */
  roles?: RuntimeRoles;
  country: string;
  /** Password of the demo sign-ins; none without the demo organisation. */
  demoPassword?: string;
}

/** Arbitrary but fixed: one process at a time lays down data. */
const PREPARATION_LOCK = 7_246_002;

/**
 * Brings a database to the current schema and lays down the data that every installation needs, and the demo
 * organisation when wished. Safe to run again and by several machines at once.
 * @returns the migrations applied, and what an operator should know about this database.
 */
export async function prepareDatabase(wish: Preparation): Promise<{ applied: string[]; warnings: string[] }> {
  const country = readCountryProfile(wish.country);
  const { applied } = await migrateDatabase(wish.databaseUrl, wish.roles);
  const client = new pg.Client({ connectionString: wish.databaseUrl, application_name: 'wasl-prepare' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [PREPARATION_LOCK]);
    const seeder = await Seeder.open(client);
    await layReferenceData(seeder, country.languages);
    if (wish.demoPassword) {
      await layDemoOrganisation(seeder, country, await demoPasswordHash(client, wish.demoPassword));
    }
    await seeder.close();
    await client.query('COMMIT');
    return { applied, warnings: await warningsAbout(client) };
  } finally {
    await client.end();
  }
}

/** A database whose character type knows only ASCII accepts Arabic text and then never finds it. */
async function warningsAbout(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ blind: boolean }>(
    `SELECT show_trgm('مدرسة') = '{}' OR show_trgm('مدرسة') = show_trgm('') AS blind`,
  );
  const blind =
    'The database was created with a character type (LC_CTYPE) of C: Arabic search will find nothing. Create it with LC_CTYPE C.UTF-8';
  return rows[0]?.blind ? [blind] : [];
}
