import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  DATABASE_ROLES,
  ensureDatabase,
  startEmbeddedPostgres,
} from '../../../../libs/platform/src/embedded-postgres/index.js';

/** The roles that an embedded database is prepared for. */
export const EMBEDDED_ROLES = { app: DATABASE_ROLES.app, portal: DATABASE_ROLES.portal };

/**
 * Runs an embedded PostgreSQL in `folder`/postgres while `use` runs.
 * @param options.durable without it, speed comes before durability: for a database that is thrown away
 */
export async function withEmbeddedDatabase<T>(
  folder: string,
  options: { durable: boolean },
  use: (database: EmbeddedPostgres) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true });
  const database = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    unsafe: !options.durable,
    ownGroup: false,
  });
  try {
    await ensureDatabase(database.superuserUrl());
    return await use(database);
  } finally {
    await database.stop();
    if (!options.durable) await rm(folder, { recursive: true, force: true });
  }
}
