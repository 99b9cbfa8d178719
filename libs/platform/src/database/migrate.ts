import { runMigrations } from 'bullmq';
import pg from 'pg';
import { MIGRATIONS } from '#migrations';
import { createDataSource } from './data-source.js';
import { grantPrivileges, type RuntimeRoles } from './grant-privileges.js';
import { leaveOutJobEvents } from './job-events.js';

/** Arbitrary but fixed: the advisory lock that lets one process at a time migrate. */
const MIGRATION_LOCK = 7_246_001;

/**
 * Migrates the database to the current schema, including the job queues' own tables. Several processes may call it at
 * once: one migrates, the others wait and find nothing to do. TypeORM itself takes no lock.
 * @param url of the role that owns the database
 * @param roles the roles of running processes; they are granted their privileges
 * @param only names of the migrations to run, for a database that is to have the schema of a backup; default: all
 * @returns the names of the migrations that were applied.
 */
export async function migrateDatabase(
  url: string,
  roles: RuntimeRoles = {},
  only?: readonly string[],
): Promise<{ applied: string[] }> {
  const lock = new pg.Client({ connectionString: url, application_name: 'wasl-migrate' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = createDataSource({
      url,
      poolSize: 2,
      applicationName: 'wasl-migrate',
      migrations: only && MIGRATIONS.filter(({ name }) => only.includes(name)),
    });
    await source.initialize();
    try {
      const applied = await source.runMigrations();
      await runMigrations(lock);
      await leaveOutJobEvents(lock);
      await grantPrivileges(lock, roles);
      return { applied: applied.map((migration) => migration.name) };
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}

/** The names of all migrations of this version, in order. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);
