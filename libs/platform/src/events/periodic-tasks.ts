import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { describeFault, faultTitle } from '../logging/describe-fault.js';
import { JobQueues } from '../jobs/job-queues.js';
import { Metrics } from '../metrics/metrics.js';
import { Database } from '../database/database.js';
import { declaredMethods } from './declared-methods.js';
import { dueLocally, periodicTaskFaults } from './due-tasks.js';
import { periodicTaskDeclaration } from './periodic-task.js';

/** How often is looked for what is due. */
const TICK_MS = 500;
/** Job queues in which an earlier version scheduled its periodic tasks. */
const FORMER_QUEUES = ['sweeps', 'sla'];

/**
 * Claims what is due. Workers pass over rows that another is claiming. A task keeps to its rhythm unless it has fallen
 * behind; a row that is due far too late was written before the clock was set back.
 */
const CLAIM = `
WITH due AS (
  SELECT t.name, w.every_ms * interval '1 millisecond' AS every
    FROM periodic_task t JOIN unnest($1::text[], $2::int[]) AS w (name, every_ms) ON w.name = t.name
   WHERE t.due_at <= now() OR t.due_at > now() + 2 * w.every_ms * interval '1 millisecond'
     FOR UPDATE OF t SKIP LOCKED
)
UPDATE periodic_task t
   SET due_at = due.every
                + CASE WHEN t.due_at <= now() AND t.due_at + due.every > now() THEN t.due_at ELSE now() END
  FROM due WHERE t.name = due.name
RETURNING t.name`;

interface Task {
  owner: string;
  name: string;
  everyMs: number;
  run: () => Promise<unknown>;
}

/**
 * Runs what features declared with `@PeriodicTask`: on timers of this process, and once among all workers by a claim in
 * the database, on the database's time. Needs no job queue, and goes on when that is what is stuck.
 */
@Injectable()
export class PeriodicTasks implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('PeriodicTasks');
  private readonly running = new Map<string, Promise<void>>();
  /** when this process last asked for a task, by its monotonic clock */
  private readonly asked = new Map<string, number>();
  private tasks: Task[] = [];
  private timer?: NodeJS.Timeout;
  private claiming?: Promise<void>;
  private stopped = false;
  private failing = false;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Database) private readonly database: Database,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(JobQueues) private readonly jobs: JobQueues,
  ) {}

  /** @throws Error with one line that names what is declared wrongly */
  onModuleInit(): void {
    this.tasks = declaredMethods(this.discovery, periodicTaskDeclaration).map(
      ({ name: owner, declaration, call }) => ({ owner, ...declaration, run: call }),
    );
    const faults = periodicTaskFaults(this.tasks);
    if (faults.length > 0) throw new Error(`Periodic tasks: ${faults.join('; ')}`);
    for (const { name, everyMs } of this.tasks)
      this.metrics.taskInterval.set({ task: name }, everyMs / 1_000);
  }

  get all(): readonly Pick<Task, 'owner' | 'name' | 'everyMs'>[] {
    return this.tasks;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.database.query(
      `INSERT INTO periodic_task (name, due_at) SELECT name, now() FROM unnest($1::text[]) AS t (name)
       ON CONFLICT DO NOTHING`,
      [this.tasks.map(({ name }) => name)],
    );
    this.timer = setInterval(() => this.tick(), TICK_MS);
    await Promise.all(FORMER_QUEUES.map((queue) => this.jobs.removeSchedulers(queue))).catch((error: Error) =>
      this.logger.warn(`schedules of an earlier version not removed: ${error.message}`),
    );
  }

  /** Lets what runs end. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.claiming;
    await Promise.all(this.running.values());
  }

  private tick(): void {
    this.claiming ??= this.claim()
      .catch((error: Error) => {
        // Said once: while the database is away this happens twice a second.
        if (!this.failing) this.logger.warn(`tasks not claimed, trying again: ${error.message}`);
        this.failing = true;
      })
      .finally(() => (this.claiming = undefined));
  }

  private async claim(): Promise<void> {
    const now = performance.now();
    const wanted = dueLocally(this.tasks, this.asked, now).filter(({ name }) => !this.running.has(name));
    if (wanted.length === 0) return;
    const claimed = await this.database.query<{ name: string }>(CLAIM, [
      wanted.map(({ name }) => name),
      wanted.map(({ everyMs }) => everyMs),
    ]);
    this.failing = false;
    for (const { name } of wanted) this.asked.set(name, now);
    const names = new Set(claimed.map(({ name }) => name));
    if (this.stopped) return;
    for (const task of wanted) if (names.has(task.name)) this.start(task);
  }

  private start(task: Task): void {
    const end = this.metrics.taskSeconds.startTimer({ task: task.name });
    const run = Promise.resolve()
      .then(() => task.run())
      .then(
        () => this.metrics.taskSucceeded.setToCurrentTime({ task: task.name }),
        (error: unknown) => {
          this.metrics.tasksFailed.inc({ task: task.name });
          const fault = describeFault(error);
          this.logger.error(`${task.name}: ${faultTitle(fault)}`, fault.at ?? '');
        },
      )
      .finally(() => {
        end();
        this.running.delete(task.name);
      });
    this.running.set(task.name, run);
  }
}
