import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { EventPayloads, EventType } from '#wasl/contracts';
import { CLOCK, type Clock } from '#wasl/kernel';
import { OutboxWaker } from '../outbox/outbox-waker.js';
import { prepared } from './prepared.js';

/** An open transaction: run statements, say what happened. Lives only inside {@link UnitOfWork.run}. */
export class Tx {
  /** @internal events that leave with the commit */
  readonly events: { type: EventType; data: EventPayloads[EventType] }[] = [];

  constructor(
    readonly manager: EntityManager,
    private readonly client: PoolClient,
    /** one moment for the whole transaction, by the database's time */
    readonly now: Date,
  ) {}

  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>(prepared(text, values));
    return result.rows;
  }

  /** Records an event; it is stored with the transaction and delivered after the commit, at least once. */
  emit<T extends EventType>(type: T, data: EventPayloads[T]): void {
    this.events.push({ type, data });
  }
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 4;

/** One transaction for one use case. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(OutboxWaker) private readonly waker: OutboxWaker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction and commits it together with the events it emitted. Repeats the whole of `work`
   * when PostgreSQL chose it as the victim of a deadlock, so `work` must do nothing but use its `tx`.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (attempt >= ATTEMPTS || (code !== SERIALIZATION_FAILURE && code !== DEADLOCK)) throw error;
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = new Tx(runner.manager, client, this.clock.now());
      const result = await work(tx);
      await this.store(tx);
      await runner.commitTransaction();
      if (tx.events.length > 0) this.waker.wake();
      return result;
    } catch (error) {
      // A rollback that fails means the connection is gone, and with it the transaction.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async store(tx: Tx): Promise<void> {
    if (tx.events.length === 0) return;
    await tx.query(
      `INSERT INTO outbox (type, data, at)
       SELECT type, data, $3 FROM unnest($1::text[], $2::jsonb[]) WITH ORDINALITY AS e (type, data, n) ORDER BY n`,
      [tx.events.map((event) => event.type), tx.events.map((event) => JSON.stringify(event.data)), tx.now],
    );
  }
}
