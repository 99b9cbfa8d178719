import { hasCluster, readConnection } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { readPostmaster } from './postmaster.js';

/** The URL at which a tool reaches the embedded database of a running system. @throws EmbeddedPostgresError when none runs */
export async function runningDatabaseUrl(folder: string, database = 'wasl'): Promise<string> {
  if (!hasCluster(folder) || !(await readPostmaster(folder))?.ready)
    throw new EmbeddedPostgresError(
      `No database runs in ${folder}: start the system first, or set DATABASE_URL`,
    );
  const { user, password, port } = await readConnection(folder);
  return `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
