import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** The pool that TypeORM keeps; statements of hot paths go to it directly, prepared and pipelined. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

const guarded = new WeakSet<PoolClient>();

/**
 * A connection that breaks while it is checked out emits an error that the pool no longer listens for, and Node ends
 * the process. The statement that runs fails by itself, so the event needs no answer.
 */
export function guardConnections(source: DataSource): DataSource {
  poolOf(source).on('acquire', (client) => {
    if (guarded.has(client)) return;
    guarded.add(client);
    client.on('error', () => undefined);
  });
  return source;
}
