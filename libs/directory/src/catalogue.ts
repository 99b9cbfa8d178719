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
  private readonly kept = new Map<EntityTarget<ObjectLiteral>, Kept<ObjectLiteral>>();

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
    const find = (rows: QueueRow[]) => rows.find((row) => row.key === key && row.active);
    // A key not known may be a queue made a moment ago.
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

  /** Where a matter goes that names neither service nor queue: the first active queue. */
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

  /** Before a transaction that will ask for it: inside, a first reading would wait for a second connection. */
  async prepare(): Promise<void> {
    await Promise.all([this.queues(), this.services(), this.entities()]);
  }

  /** Forgets what is kept, after a change made in this process. */
  forget(): void {
    this.kept.clear();
  }

  /**
   * What is kept is answered at once, and read again behind the answer when it is old: a use case inside a transaction
   * must not wait for a second connection.
   */
  private all<Row extends ObjectLiteral>(type: EntityTarget<Row>): Promise<Row[]> {
    const kept = this.kept.get(type) as Kept<Row> | undefined;
    if (!kept) return this.read(type).rows;
    if (performance.now() - kept.at > FRESH_MS && !kept.reading) {
      kept.reading = true;
      const next = this.source.getRepository(type).find();
      next.then(
        (rows) => this.kept.set(type, { at: performance.now(), rows: Promise.resolve(rows), reading: false }),
        () => (kept.reading = false),
      );
    }
    return kept.rows;
  }

  private read<Row extends ObjectLiteral>(type: EntityTarget<Row>): Kept<Row> {
    const kept: Kept<Row> = {
      at: performance.now(),
      rows: this.source.getRepository(type).find(),
      reading: false,
    };
    this.kept.set(type, kept);
    kept.rows.catch(() => this.kept.delete(type));
    return kept;
  }
}

function firstOf(queues: QueueRow[]): QueueRow | undefined {
  return queues.filter((row) => row.active).sort((a, b) => a.position - b.position)[0];
}

interface Kept<Row> {
  at: number;
  rows: Promise<Row[]>;
  reading: boolean;
}
