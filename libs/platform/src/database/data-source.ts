import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '#migrations';

/**
 * The TypeORM data source. `null` and `undefined` in a where clause throw: TypeORM would otherwise drop the
 * condition and return every row.
 */
export function createDataSource(options: {
  url: string;
  poolSize: number;
  applicationName: string;
  entities?: (new () => object)[];
  /** default: all of this version */
  migrations?: typeof MIGRATIONS;
}): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities ?? [],
    migrations: options.migrations ?? MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: {
      keepAlive: true,
      // Independent statements share a round trip (see Tx.send).
      pipeline: true,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      // A statement that runs this long is a bug, or its client is gone; it must not hold a connection for ever.
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      // A connection that is lost between two statements emits `error`; without a listener that would end the process.
      onConnect: (client: PoolClient) => void client.on('error', () => undefined),
    },
  });
}
