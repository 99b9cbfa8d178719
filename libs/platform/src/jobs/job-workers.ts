import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { type ConnectionOptions, type Job, Worker } from 'bullmq';
import type { JobPayloads, JobQueue } from '#wasl/contracts';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { Metrics } from '../metrics/metrics.js';
import { jobConnection } from './connection.js';

export interface JobContext {
  id: string;
  attempt: number;
  attempts: number;
}

export interface JobHandler<Q extends JobQueue> {
  queue: Q;
  /** how many jobs of this queue one process works on at once */
  concurrency: number;
  /** how long after its worker's death a job is given to another; must exceed the longest block of the event loop */
  lockMs?: number;
  handle(payload: JobPayloads[Q], job: JobContext): Promise<void>;
}

/**
 * A dead worker's job is given to another after this time, at most twice as long: a stalled job is detected at the
 * second check.
 */
const LOCK_MS = 10_000;
/** Delay before a worker reconnects after its backend was unavailable. */
const RETRY_DELAY_MS = 1_000;

/** Runs the workers of job queues. Handlers are registered before the application starts. */
@Injectable()
export class JobWorkers implements BeforeApplicationShutdown {
  private readonly logger = new Logger('JobWorkers');
  private readonly workers = new Map<JobQueue, Worker>();
  private readonly backend: { connection: ConnectionOptions; close(): Promise<void> };

  constructor(
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    this.backend = jobConnection(settings, 6);
  }

  /** @throws when a queue already has a handler in this process */
  register<Q extends JobQueue>(handler: JobHandler<Q>): void {
    const { lockMs = LOCK_MS } = handler;
    if (this.workers.has(handler.queue)) throw new Error(`Job queue ${handler.queue} has two handlers`);
    const worker = new Worker(
      handler.queue,
      async (job: Job<JobPayloads[Q]>) => {
        const end = this.metrics.jobSeconds.startTimer({ queue: handler.queue });
        try {
          await handler.handle(job.data, {
            id: job.id ?? '',
            attempt: job.attemptsMade + 1,
            attempts: job.opts.attempts ?? 1,
          });
        } finally {
          end();
        }
      },
      {
        connection: this.backend.connection,
        concurrency: handler.concurrency,
        lockDuration: lockMs,
        stalledInterval: lockMs,
        maxStalledCount: 3,
        runRetryDelay: RETRY_DELAY_MS,
      },
    );
    worker.on('error', (error) => this.logger.warn(`${handler.queue}: ${error.message}`));
    worker.on('failed', (job, error) => {
      this.metrics.jobsFailed.inc({ queue: handler.queue });
      this.logger.error(
        `${handler.queue} job ${job?.id} failed (attempt ${job?.attemptsMade}): ${error.message}`,
      );
    });
    this.workers.set(handler.queue, worker);
  }

  get registered(): JobQueue[] {
    return [...this.workers.keys()];
  }

  /** Lets running jobs end, then closes; after what brings them work, before what they use. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.workers.values()].map((worker) => worker.close()));
    await this.backend.close();
  }
}
