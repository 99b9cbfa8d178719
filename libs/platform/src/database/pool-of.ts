import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** TypeORM's connection pool; hot statements use it directly, prepared and pipelined. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

const guarded = new WeakSet<PoolClient>();

/**
 * A connection that breaks while it is checked out emits `error`, and the pool does not listen for it then, so Node
 * would end the process. The running statement fails by itself, so the event can be ignored.
 */
export function guardConnections(source: DataSource): DataSource {
  poolOf(source).on('acquire', (client) => {
    if (guarded.has(client)) return;
    guarded.add(client);
    client.on('error', () => undefined);
  });
  return source;
}
