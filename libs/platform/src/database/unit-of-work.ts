import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '#wasl/kernel';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { OutboxWaker } from '../events/outbox-waker.js';
import { Semaphore } from './semaphore.js';
import { poolOf } from './pool-of.js';
import { Tx } from './tx.js';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 4;
/**
 * This share of the connections is never used by transactions. A use case may have to load cached data (rules,
 * catalogue) on a second connection while its transaction holds one; if transactions held all connections, they would
 * deadlock.
 */
const RESERVED_SHARE = 1 / 8;
/** The same as the connection timeout: after that an error with Retry-After is better than waiting on. */
const ACQUIRE_TIMEOUT_MS = 10_000;

/** One transaction for one use case. */
@Injectable()
export class UnitOfWork {
  private readonly semaphore: Semaphore;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(OutboxWaker) private readonly waker: OutboxWaker,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) settings: RuntimeSettings,
  ) {
    const reserved = Math.ceil(settings.DATABASE_POOL * RESERVED_SHARE);
    this.semaphore = new Semaphore(settings.DATABASE_POOL - reserved, ACQUIRE_TIMEOUT_MS);
  }

  /** how many transactions wait until they may begin */
  get waiting(): number {
    return this.semaphore.waitingCount;
  }

  /**
   * Runs `callback` in one transaction and commits it together with the events it emitted. Runs the whole `callback`
   * again after a deadlock or serialization failure, so it must have no side effects outside its `tx`. It must not
   * start a second transaction.
   */
  async run<T>(callback: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.semaphore.run(() => this.runOnce(callback));
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (attempt >= ATTEMPTS || (code !== SERIALIZATION_FAILURE && code !== DEADLOCK)) throw error;
      }
    }
  }

  private async runOnce<T>(callback: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await poolOf(this.source).connect();
    const tx = new Tx(client, this.clock.now());
    let releaseError: Error | undefined;
    try {
      void tx.sendUnprepared('BEGIN');
      const result = await callback(tx);
      this.insertEvents(tx);
      await this.commit(tx);
      if (tx.events.length > 0) this.waker.wake();
      return result;
    } catch (error) {
      // Throw the first error, not the errors that followed from it.
      const cause: unknown = await tx.awaitSent().then(
        () => error,
        (first: unknown) => first,
      );
      releaseError = await rollBack(client);
      throw cause;
    } finally {
      // If the rollback failed, the connection is broken and is discarded.
      client.release(releaseError);
    }
  }

  /** COMMIT is sent together with the pending statements; the server turns it into a rollback if any of them failed. */
  private async commit(tx: Tx): Promise<void> {
    const commit = tx.sendUnprepared('COMMIT');
    await tx.awaitSent();
    const { command } = await commit;
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
  }

  private insertEvents(tx: Tx): void {
    if (tx.events.length === 0) return;
    // One JSON array instead of a text array: each element of a text array must be escaped and unescaped.
    tx.insert(
      `INSERT INTO outbox (type, data, at)
       SELECT type, data, $3
         FROM ROWS FROM (unnest($1::text[]), jsonb_array_elements($2::jsonb)) WITH ORDINALITY AS e (type, data, n)
        ORDER BY n`,
      [tx.events.map((event) => event.type), JSON.stringify(tx.events.map((event) => event.data)), tx.now],
    );
  }
}

function rollBack(client: PoolClient): Promise<Error | undefined> {
  return client.query('ROLLBACK').then(
    () => undefined,
    (fault: Error) => fault,
  );
}
