import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { invalidField, notFound } from '#wasl/kernel';
import { EntityRow } from './entity.entity.js';
import { QueueRow } from './queue.entity.js';
import { ReasonRow, type ReasonUse } from './reason.entity.js';
import { ServiceRow } from './service.entity.js';

/** Maximum age of the cache: how long a change by an administrator may take to reach every process. */
const MAX_AGE_MS = 3_000;

/**
 * The directory, cached as a whole for some seconds: every contact needs it, it rarely changes, and it is small
 * (hundreds of rows).
 */
@Injectable()
export class Catalogue {
  private readonly cached = new Map<EntityTarget<ObjectLiteral>, CachedRows<ObjectLiteral>>();

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  queues(): Promise<QueueRow[]> {
    return this.all(QueueRow);
  }

  services(): Promise<ServiceRow[]> {
    return this.all(ServiceRow);
  }

  entities(): Promise<EntityRow[]> {
    return this.all(EntityRow);
  }

  /**
   * Not older than the maximum age, also after a quiet night: who may read what is decided by these. Inside of a
   * transaction it may wait for a second connection.
   */
  currentServices(): Promise<ServiceRow[]> {
    return this.current(ServiceRow);
  }

  /** The same for entities. */
  currentEntities(): Promise<EntityRow[]> {
    return this.current(EntityRow);
  }

  async reasons(use: ReasonUse): Promise<ReasonRow[]> {
    const rows = await this.all(ReasonRow);
    return rows.filter((row) => row.use === use && row.active).sort((a, b) => a.position - b.position);
  }

  /** @throws not_found `queue.not_found` */
  async queueByKey(key: string): Promise<QueueRow> {
    const find = (rows: QueueRow[]) => rows.find((row) => row.key === key && row.active);
    // An unknown key may belong to a queue created a moment ago.
    const queue = find(await this.queues()) ?? find(await this.read(QueueRow).rows);
    if (!queue) throw notFound('queue.not_found');
    return queue;
  }

  async queueById(id: string): Promise<QueueRow> {
    const queue = (await this.queues()).find((row) => row.id === id);
    if (!queue) throw notFound('queue.not_found');
    return queue;
  }

  /** The queue whose number was dialled. */
  async queueByNumber(number: string | null): Promise<QueueRow | null> {
    if (!number) return null;
    return (await this.queues()).find((row) => row.active && row.dialNumbers.includes(number)) ?? null;
  }

  /** The queue of tickets that name neither service nor queue: the first active one. */
  async defaultQueue(): Promise<QueueRow> {
    const first = firstOf(await this.queues()) ?? firstOf(await this.read(QueueRow).rows);
    if (!first) throw notFound('queue.not_found');
    return first;
  }

  /** @throws invalid at `service` */
  async serviceByCode(code: string): Promise<ServiceRow> {
    const service = (await this.services()).find((row) => row.code === code && row.active);
    if (!service) throw invalidField('service', 'not_found');
    return service;
  }

  /** Fills the cache. Call before a transaction that uses it: inside, the first read would wait for a second connection. */
  async warmUp(): Promise<void> {
    await Promise.all([this.queues(), this.services(), this.entities()]);
  }

  /** Clears the cache, after a change made in this process. */
  invalidate(): void {
    this.cached.clear();
  }

  /**
   * Returns cached rows at once and refreshes stale ones in the background (stale-while-revalidate): a use case inside
   * a transaction must not wait for a second connection.
   */
  private all<Row extends ObjectLiteral>(type: EntityTarget<Row>): Promise<Row[]> {
    const cached = this.cached.get(type) as CachedRows<Row> | undefined;
    if (!cached) return this.read(type).rows;
    if (performance.now() - cached.at > MAX_AGE_MS && !cached.refreshing) {
      cached.refreshing = true;
      const next = this.source.getRepository(type).find();
      next.then(
        (rows) =>
          this.cached.set(type, { at: performance.now(), rows: Promise.resolve(rows), refreshing: false }),
        () => (cached.refreshing = false),
      );
    }
    return cached.rows;
  }

  private current<Row extends ObjectLiteral>(type: EntityTarget<Row>): Promise<Row[]> {
    const cached = this.cached.get(type) as CachedRows<Row> | undefined;
    const isCurrent = cached && performance.now() - cached.at <= MAX_AGE_MS;
    return (isCurrent ? cached : this.read(type)).rows;
  }

  private read<Row extends ObjectLiteral>(type: EntityTarget<Row>): CachedRows<Row> {
    const cached: CachedRows<Row> = {
      at: performance.now(),
      rows: this.source.getRepository(type).find(),
      refreshing: false,
    };
    this.cached.set(type, cached);
    cached.rows.catch(() => this.cached.delete(type));
    return cached;
  }
}

function firstOf(queues: QueueRow[]): QueueRow | undefined {
  return queues.filter((row) => row.active).sort((a, b) => a.position - b.position)[0];
}

interface CachedRows<Row> {
  at: number;
  rows: Promise<Row[]>;
  refreshing: boolean;
}
