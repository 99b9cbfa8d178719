import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  DATABASE_ROLES,
  ensureDatabase,
  startEmbeddedPostgres,
} from '../../../libs/platform/src/embedded-postgres/index.js';

/** Makes the embedded PostgreSQL of a system that is about to start in `dataDir`, so that it counts its statements. */
export async function countStatements(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const server = await startEmbeddedPostgres({ folder: join(dataDir, 'postgres') });
  try {
    await ensureDatabase(server.superuserUrl());
    const client = new pg.Client({ connectionString: server.superuserUrl() });
    await client.connect();
    await client.query('CREATE EXTENSION pg_stat_statements');
    await client.query(`GRANT pg_read_all_stats TO ${DATABASE_ROLES.owner}`);
    // Read when it starts the next time.
    await client.query(`ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`);
    await client.query('ALTER SYSTEM SET pg_stat_statements.track_planning = on');
    await client.end();
  } finally {
    await server.stop();
  }
}
