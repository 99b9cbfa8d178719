import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobQueues } from '../jobs/job-queues.js';

const PATIENCE_MS = 2_000;

/** Whether what this process needs is there. */
@Injectable()
export class Health {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(JobQueues) private readonly jobs: JobQueues,
  ) {}

  /** @returns the names of the parts that do not answer in two seconds */
  async missing(): Promise<string[]> {
    const checks: Record<string, () => Promise<unknown>> = {
      database: () => this.database.query('SELECT 1'),
      'job queues': () => this.jobs.queue('routing').getJobCounts('waiting'),
    };
    const answers = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => ((await answersInTime(check)) ? null : name)),
    );
    return answers.filter((name) => name !== null);
  }
}

async function answersInTime(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE_MS)));
  try {
    return await Promise.race([
      check().then(
        () => true,
        () => false,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
