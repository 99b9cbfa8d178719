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
}): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities ?? [],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: {
      keepAlive: true,
      // Statements that need not wait for each other share a round trip (see Tx.send).
      pipeline: true,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      // A statement that runs this long is a fault; it must not hold a connection for ever behind a cut line.
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      // A connection that is cut between two statements of its user says so to nobody: unheard, it would end the process.
      onConnect: (client: PoolClient) => void client.on('error', () => undefined),
    },
  });
}
