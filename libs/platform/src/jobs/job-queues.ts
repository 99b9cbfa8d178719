import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type ConnectionOptions, type JobsOptions, Queue } from 'bullmq';
import type { Consumer, DomainEvent, JobPayloads, JobQueue } from '#wasl/contracts';
import { SETTINGS, type RunningSettings } from '../config/settings.js';
import { jobConnection } from './connection.js';

const DEFAULTS: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { count: 1_000 },
};

/** Adds jobs. The only place that makes BullMQ queues. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly logger = new Logger('JobQueues');
  private readonly queues = new Map<JobQueue, Queue>();
  private readonly link: { connection: ConnectionOptions; close(): Promise<void> };

  constructor(@Inject(SETTINGS) settings: RunningSettings) {
    this.link = jobConnection(settings, 2);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.link.close();
  }

  /** @internal for workers, health and the pages of administrators */
  queue(name: JobQueue): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Queue(name, { connection: this.link.connection, defaultJobOptions: DEFAULTS });
      queue.on('error', (error) => this.logger.warn(`${name}: ${error.message}`));
      this.queues.set(name, queue);
    }
    return queue;
  }

  async add<Q extends JobQueue>(name: Q, payload: JobPayloads[Q], options: JobsOptions = {}): Promise<void> {
    await this.queue(name).add(name, payload, options);
  }

  /**
   * Adds several jobs. On PostgreSQL `addBulk` makes temporary tables, about 20 ms however few the jobs; one by one they
   * cost about a millisecond each.
   */
  async addAll<Q extends JobQueue>(name: Q, jobs: { payload: JobPayloads[Q]; id: string }[]): Promise<void> {
    if (jobs.length <= FEW_JOBS) {
      for (const { payload, id } of jobs) await this.add(name, payload, { jobId: id });
      return;
    }
    await this.queue(name).addBulk(
      jobs.map(({ payload, id }) => ({ name, data: payload, opts: { jobId: id } })),
    );
  }

  /** Wakes the router of a pool. While one run is under way, any number of wake-ups become one more run. */
  async wakeRouter(pool: string): Promise<void> {
    await this.add('routing', { pool }, { deduplication: { id: pool, keepLastIfActive: true }, attempts: 1 });
  }

  /** Hands a batch of events to a consumer's job queue under a job id made of the events' ids. */
  async addForConsumer(consumer: Consumer, events: DomainEvent[]): Promise<void> {
    if (consumer === 'routing') {
      const pools = new Set(
        events
          .filter(opensSomething)
          .map((event) => (event.type === 'work.changed' ? event.data.pool : 'main')),
      );
      for (const pool of pools) await this.wakeRouter(pool);
      return;
    }
    const chunks = chunk(events, EVENTS_PER_JOB);
    await this.addAll(
      consumer,
      chunks.map((part) => ({
        payload: { events: part },
        id: `e${part[0]!.id}-${part.at(-1)!.id}-${part.length}`,
      })),
    );
  }
}

/** What was offered waits no more, and whoever has the offer gets no other: there is nothing new to give. */
const opensSomething = (event: DomainEvent) => event.type !== 'work.changed' || event.data.to !== 'offered';

const FEW_JOBS = 15;
/** Small enough that a failed job repeats little, large enough that a burst is few jobs. */
const EVENTS_PER_JOB = 50;

function chunk<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
