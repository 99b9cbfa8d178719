import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '#wasl/kernel';
import { JOB_QUEUES, type JobQueue } from '#wasl/contracts';
import { StoredFigures } from '../metrics/stored-figures.js';
import { JobQueues } from './job-queues.js';

/** How many jobs wait for a worker, and how long. */
@Injectable()
export class JobFigures implements OnModuleInit {
  constructor(
    @Inject(StoredFigures) private readonly figures: StoredFigures,
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.add({
      gauges: {
        wasl_jobs_waiting: 'Jobs that wait for a worker, by job queue',
        wasl_jobs_oldest_waiting_age_seconds:
          'Age of the job that has waited for a worker longest, by job queue; 0 when none waits',
      },
      labelNames: ['queue'],
      read: () => Promise.all(JOB_QUEUES.map((queue) => this.read(queue))),
    });
  }

  private async read(name: JobQueue) {
    const queue = this.jobs.queue(name);
    const [waiting, [oldest]] = await Promise.all([queue.getWaitingCount(), queue.getWaiting(0, 0)]);
    const ageMs = oldest ? this.clock.now().getTime() - oldest.timestamp : 0;
    return {
      labels: { queue: name },
      wasl_jobs_waiting: waiting,
      wasl_jobs_oldest_waiting_age_seconds: Math.max(0, ageMs / 1_000),
    };
  }
}
