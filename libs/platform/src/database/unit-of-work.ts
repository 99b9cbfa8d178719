import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '#wasl/kernel';
import { SETTINGS, type RunningSettings } from '../config/settings.js';
import { OutboxWaker } from '../events/outbox-waker.js';
import { Gate } from './gate.js';
import { poolOf } from './pool-of.js';
import { Tx } from './tx.js';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 4;
/**
 * This share of the connections is never held by transactions. A use case may have to read something that is kept (rules,
 * catalogue) on a second connection while its transaction holds one: were all held, each would wait for the others.
 */
const KEPT_FREE = 1 / 8;
/** As long as for a connection: whoever asked is better told to come again than kept waiting. */
const PATIENCE_MS = 10_000;

/** One transaction for one use case. */
@Injectable()
export class UnitOfWork {
  private readonly gate: Gate;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(OutboxWaker) private readonly waker: OutboxWaker,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) settings: RunningSettings,
  ) {
    const free = Math.ceil(settings.DATABASE_POOL * KEPT_FREE);
    this.gate = new Gate(settings.DATABASE_POOL - free, PATIENCE_MS);
  }

  /**
   * Runs `work` in one transaction and commits it together with the events it emitted. Repeats the whole of `work`
   * when PostgreSQL chose it as the victim of a deadlock, so `work` must do nothing but use its `tx`; above all it begins
   * no second transaction.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.gate.pass(() => this.once(work));
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (attempt >= ATTEMPTS || (code !== SERIALIZATION_FAILURE && code !== DEADLOCK)) throw error;
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await poolOf(this.source).connect();
    const tx = new Tx(client, this.clock.now());
    let broken: Error | undefined;
    try {
      void tx.sendPlain('BEGIN');
      const result = await work(tx);
      this.insertEvents(tx);
      await this.commit(tx);
      if (tx.events.length > 0) this.waker.wake();
      return result;
    } catch (error) {
      // What failed first, not what the server refused because of it.
      const cause: unknown = await tx.settled().then(
        () => error,
        (first: unknown) => first,
      );
      broken = await rollBack(client);
      throw cause;
    } finally {
      // A connection whose rollback failed is gone, and its transaction with it.
      client.release(broken);
    }
  }

  /** COMMIT travels with what was sent before it; the server makes it a rollback if any of that failed. */
  private async commit(tx: Tx): Promise<void> {
    const commit = tx.sendPlain('COMMIT');
    await tx.settled();
    const { command } = await commit;
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back');
  }

  private insertEvents(tx: Tx): void {
    if (tx.events.length === 0) return;
    // Their data as one text: an array of texts is quoted piece by piece, here and there.
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
