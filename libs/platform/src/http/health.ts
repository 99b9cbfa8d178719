import type { Database } from '../database/database.js';
import type { JobQueues } from '../jobs/job-queues.js';

const CHECK_TIMEOUT_MS = 2_000;
/** Other systems are checked no more often than this, however often the probe is called. */
const CACHE_MS = 5_000;

type Check = () => Promise<unknown>;
export interface Readiness {
  statusCode: 200 | 503;
  body: { status: 'ok' | 'impaired' | 'unavailable'; missing: string[] };
}
export interface MissingDependency {
  name: string;
  /** the process cannot work without it */
  vital: boolean;
}

/** Checks the dependencies of this process. */
export class Health {
  private readonly vital: Record<string, Check>;
  private readonly watched = new Map<string, { check: Check; at: number; available: Promise<boolean> }>();

  /**
   * @param worksOffJobs without job queues such a process works off nothing; the others store what they are told with
   * its events, which wait, and go on
   */
  constructor(database: Database, jobs: JobQueues, worksOffJobs: boolean) {
    const jobQueues = () => jobs.queue('routing').getJobCounts('waiting');
    this.vital = { database: () => database.query('SELECT 1') };
    if (worksOffJobs) this.vital['job queues'] = jobQueues;
    else this.addCheck('job queues', jobQueues);
  }

  /** Adds a non-critical dependency: while it is missing it is reported, but the process stays ready. */
  addCheck(name: string, check: Check): void {
    this.watched.set(name, { check, at: -Infinity, available: Promise.resolve(true) });
  }

  /** What `/health/ready` answers: 503 while something vital is missing. */
  async readiness(): Promise<Readiness> {
    const missing = await this.missingDependencies();
    const isUnavailable = missing.some(({ vital }) => vital);
    const status = isUnavailable ? 'unavailable' : missing.length > 0 ? 'impaired' : 'ok';
    return {
      statusCode: isUnavailable ? 503 : 200,
      body: { status, missing: missing.map(({ name }) => name) },
    };
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
