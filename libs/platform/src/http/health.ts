import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { JobQueues } from '../jobs/job-queues.js';

const PATIENCE_MS = 2_000;
/** What others keep is asked for no more often, however often we are asked. */
const REMEMBERED_MS = 5_000;

type Check = () => Promise<unknown>;
export interface Missing {
  name: string;
  /** without it this process can do nothing */
  vital: boolean;
}

/** Whether what this process needs is there. */
@Injectable()
export class Health {
  private readonly vital: Record<string, Check>;
  private readonly watched = new Map<string, { check: Check; at: number; there: Promise<boolean> }>();

  constructor(@Inject(Database) database: Database, @Inject(JobQueues) jobs: JobQueues) {
    this.vital = {
      database: () => database.query('SELECT 1'),
      'job queues': () => jobs.queue('routing').getJobCounts('waiting'),
    };
  }

  /** Adds a part without which most things still go: it is named while it is away, and the process stays in use. */
  watch(name: string, check: Check): void {
    this.watched.set(name, { check, at: -Infinity, there: Promise.resolve(true) });
  }

  /** @returns the parts that do not answer in two seconds */
  async missing(): Promise<Missing[]> {
    const vital = Object.entries(this.vital).map(([name, check]) => ({
      name,
      vital: true,
      there: answersInTime(check),
    }));
    const watched = [...this.watched.keys()].map((name) => ({
      name,
      vital: false,
      there: this.isThere(name),
    }));
    const answers = await Promise.all(
      [...vital, ...watched].map(async ({ there, ...part }) => ((await there) ? [] : [part])),
    );
    return answers.flat();
  }

  private isThere(name: string): Promise<boolean> {
    const part = this.watched.get(name)!;
    if (performance.now() - part.at > REMEMBERED_MS) {
      part.at = performance.now();
      part.there = answersInTime(part.check);
    }
    return part.there;
  }
}

async function answersInTime(check: Check): Promise<boolean> {
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
