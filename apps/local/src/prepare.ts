import pg from 'pg';
import { readCountryProfile } from '#wasl/country';
import { migrateDatabase, type RuntimeRoles } from '#wasl/platform';
import { demoPasswordHash } from './reference/demo-password.js';
import { seedDemoOrganisation } from './reference/seed-demo-organisation.js';
import { seedReferenceData } from './reference/seed-reference-data.js';
import { Seeder } from './reference/seeder.js';

export interface PrepareOptions {
  /** as the role that owns the database */
  databaseUrl: string;
  /** roles of the running processes, which are granted their rights */
  roles?: RuntimeRoles;
  country: string;
  /** Password of the demo sign-ins; without it no demo organisation is created. */
  demoPassword?: string;
}

/** An arbitrary constant: only one process at a time seeds data. */
const PREPARATION_LOCK = 7_246_002;

/**
 * Migrates a database to the current schema and seeds the data that every installation needs, and on request the demo
 * organisation. Safe to repeat and to run from several machines at once.
 * @returns the migrations applied, what an operator should know about this database, and whether anybody can sign in.
 */
export async function prepareDatabase(
  options: PrepareOptions,
): Promise<{ applied: string[]; warnings: string[]; hasStaff: boolean }> {
  const country = readCountryProfile(options.country);
  const { applied } = await migrateDatabase(options.databaseUrl, options.roles);
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'wasl-prepare' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [PREPARATION_LOCK]);
    const seeder = await Seeder.open(client);
    await seedReferenceData(seeder, country.languages);
    if (options.demoPassword) {
      await seedDemoOrganisation(seeder, country, await demoPasswordHash(client, options.demoPassword));
    }
    await seeder.close();
    await client.query('COMMIT');
    const staff = await client.query('SELECT 1 FROM staff LIMIT 1');
    return { applied, warnings: await warningsAbout(client), hasStaff: staff.rows.length > 0 };
  } finally {
    await client.end();
  }
}

/** With a character type that knows only ASCII, PostgreSQL stores Arabic text but search never finds it. */
async function warningsAbout(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ blind: boolean }>(
    `SELECT show_trgm('مدرسة') = '{}' OR show_trgm('مدرسة') = show_trgm('') AS blind`,
  );
  const blind =
    'The database was created with a character type (LC_CTYPE) of C: Arabic search will find nothing. Create it with LC_CTYPE C.UTF-8';
  return rows[0]?.blind ? [blind] : [];
}
