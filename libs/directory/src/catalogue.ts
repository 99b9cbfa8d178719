import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { invalidField, notFound } from '#wasl/kernel';
import { EntityRow } from './entity.entity.js';
import { QueueRow } from './queue.entity.js';
import { ReasonRow, type ReasonUse } from './reason.entity.js';
import { ServiceRow } from './service.entity.js';

/** How long a change by an administrator may take to be seen by every process. */
const FRESH_MS = 3_000;

/**
 * The directory, read whole and kept for some seconds: every contact needs it, few people change it, and it is small
 * (hundreds of rows).
 */
@Injectable()
export class Catalogue {
  private readonly kept = new Map<
    EntityTarget<ObjectLiteral>,
    { at: number; rows: Promise<ObjectLiteral[]> }
  >();

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

  async reasons(use: ReasonUse): Promise<ReasonRow[]> {
    const rows = await this.all(ReasonRow);
    return rows.filter((row) => row.use === use && row.active).sort((a, b) => a.position - b.position);
  }

  /** @throws not_found `queue.not_found` */
  async queueByKey(key: string): Promise<QueueRow> {
    const queue = (await this.queues()).find((row) => row.key === key && row.active);
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

  /** Where a matter goes that names neither service nor queue: the first active queue. */
  async defaultQueue(): Promise<QueueRow> {
    const [first] = (await this.queues()).filter((row) => row.active).sort((a, b) => a.position - b.position);
    if (!first) throw notFound('queue.not_found');
    return first;
  }

  /** @throws invalid at `service` */
  async serviceByCode(code: string): Promise<ServiceRow> {
    const service = (await this.services()).find((row) => row.code === code && row.active);
    if (!service) throw invalidField('service', 'not_found');
    return service;
  }

  /** Forgets what is kept, after a change made in this process. */
  forget(): void {
    this.kept.clear();
  }

  private all<Row extends ObjectLiteral>(type: EntityTarget<Row>): Promise<Row[]> {
    const kept = this.kept.get(type);
    if (kept && performance.now() - kept.at < FRESH_MS) return kept.rows as Promise<Row[]>;
    const rows = this.source.getRepository(type).find();
    this.kept.set(type, { at: performance.now(), rows });
    rows.catch(() => this.kept.delete(type));
    return rows;
  }
}
