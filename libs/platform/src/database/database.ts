import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { poolOf } from './pool-of.js';
import { preparedStatement } from './prepared-statement.js';

/** Runs single statements outside a transaction. Writes that must be atomic together use UnitOfWork. */
@Injectable()
export class Database {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>(preparedStatement(text, values));
    return result.rows;
  }

  /** Runs several reads on one snapshot of the database: repeatable read, read only. */
  async readInSnapshot<T>(read: (query: Database['query']) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let releaseError: Error | undefined;
    try {
      const begin = client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      begin.catch(() => undefined);
      const result = await read(async <Row extends object>(text: string, values: unknown[] = []) => {
        return (await client.query<Row>(preparedStatement(text, values))).rows;
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((fault: Error) => (releaseError = fault));
      throw error;
    } finally {
      client.release(releaseError);
    }
  }

  private get pool(): Pool {
    return poolOf(this.source);
  }
}
