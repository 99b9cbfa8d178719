import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type ConnectionOptions, type JobsOptions, Queue } from 'bullmq';
import type { DomainEvent, EventJobQueue, JobPayloads, JobQueue } from '#wasl/contracts';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { jobConnection } from './connection.js';

const DEFAULTS: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { count: 1_000 },
};

/** Adds jobs. The only place that creates BullMQ queues. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly logger = new Logger('JobQueues');
  private readonly queues = new Map<JobQueue, Queue>();
  private readonly backend: { connection: ConnectionOptions; close(): Promise<void> };

  constructor(@Inject(SETTINGS) settings: RuntimeSettings) {
    this.backend = jobConnection(settings, 3);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  /** @internal for workers, health and the pages of administrators */
  queue(name: JobQueue): Queue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new Queue(name, { connection: this.backend.connection, defaultJobOptions: DEFAULTS });
      queue.on('error', (error) => this.logger.warn(`${name}: ${error.message}`));
      this.queues.set(name, queue);
    }
    return queue;
  }

  async add<Q extends JobQueue>(name: Q, payload: JobPayloads[Q], options: JobsOptions = {}): Promise<void> {
    await this.queue(name).add(name, payload, options);
  }

  /**
   * Adds several jobs. On PostgreSQL `addBulk` creates temporary tables, which takes about 20 ms even for few jobs;
   * adding jobs one by one takes about a millisecond each.
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

  /** Adds a batch of events to a job queue, under job ids made of the events' ids. */
  async addEvents(queue: EventJobQueue, events: DomainEvent[]): Promise<void> {
    await this.addAll(
      queue,
      chunk(events, EVENTS_PER_JOB).map((part) => ({
        payload: { events: part },
        id: `e${part[0]!.id}-${part.at(-1)!.id}-${part.length}`,
      })),
    );
  }

  /** Ends what an earlier version scheduled in a queue that nobody works off any more. */
  async removeSchedulers(queue: string): Promise<void> {
    const old = new Queue(queue, { connection: this.backend.connection });
    old.on('error', (error) => this.logger.warn(`${queue}: ${error.message}`));
    try {
      for (const { key } of await old.getJobSchedulers()) await old.removeJobScheduler(key);
    } finally {
      await old.close();
    }
  }
}

const FEW_JOBS = 15;
/** Small enough that a failed job repeats little work, large enough that a burst becomes few jobs. */
const EVENTS_PER_JOB = 50;

function chunk<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
