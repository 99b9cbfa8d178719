import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobQueues } from '../jobs/job-queues.js';

const CHECK_TIMEOUT_MS = 2_000;
/** Other systems are checked no more often than this, however often the probe is called. */
const CACHE_MS = 5_000;

type Check = () => Promise<unknown>;
export interface MissingDependency {
  name: string;
  /** the process cannot work without it */
  vital: boolean;
}

/** Checks the dependencies of this process. */
@Injectable()
export class Health {
  private readonly vital: Record<string, Check>;
  private readonly watched = new Map<string, { check: Check; at: number; available: Promise<boolean> }>();

  constructor(@Inject(Database) database: Database, @Inject(JobQueues) jobs: JobQueues) {
    this.vital = {
      database: () => database.query('SELECT 1'),
      'job queues': () => jobs.queue('routing').getJobCounts('waiting'),
    };
  }

  /** Adds a non-critical dependency: while it is missing it is reported, but the process stays ready. */
  addCheck(name: string, check: Check): void {
    this.watched.set(name, { check, at: -Infinity, available: Promise.resolve(true) });
  }

  /** @returns the dependencies that do not answer within two seconds */
  async missingDependencies(): Promise<MissingDependency[]> {
    const vital = Object.entries(this.vital).map(([name, check]) => ({
      name,
      vital: true,
      available: answersInTime(check),
    }));
    const watched = [...this.watched.keys()].map((name) => ({
      name,
      vital: false,
      available: this.isAvailable(name),
    }));
    const answers = await Promise.all(
      [...vital, ...watched].map(async ({ available, ...part }) => ((await available) ? [] : [part])),
    );
    return answers.flat();
  }

  private isAvailable(name: string): Promise<boolean> {
    const part = this.watched.get(name)!;
    if (performance.now() - part.at > CACHE_MS) {
      part.at = performance.now();
      part.available = answersInTime(part.check);
    }
    return part.available;
  }
}

async function answersInTime(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>(
    (resolve) => (timer = setTimeout(() => resolve(false), CHECK_TIMEOUT_MS)),
  );
  try {
    return await Promise.race([
      check().then(
        () => true,
        () => false,
      ),
      timeout,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
