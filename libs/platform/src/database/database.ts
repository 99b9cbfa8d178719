import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { poolOf } from './pool-of.js';
import { prepared } from './prepared.js';

/** Single statements outside a transaction. Whatever writes more than one row's worth of truth uses UnitOfWork. */
@Injectable()
export class Database {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>(prepared(text, values));
    return result.rows;
  }

  /** Statements that must see one state of the database: repeatable read, read only. */
  async readTogether<T>(read: (query: Database['query']) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      const begun = client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      begun.catch(() => undefined);
      const result = await read(async <Row extends object>(text: string, values: unknown[] = []) => {
        return (await client.query<Row>(prepared(text, values))).rows;
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((fault: Error) => (broken = fault));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private get pool(): Pool {
    return poolOf(this.source);
  }
}
