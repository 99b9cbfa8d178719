import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { Database, JobWorkers, Repeated } from '#wasl/platform';
import { Router } from '#wasl/routing';

/**
 * A pool waits for its dead worker's run, because runs of a pool are one at a time: so it is given up soon. Two runs at
 * once, after a worker that was only slow, do no harm: what a round writes is guarded by versions.
 */
const LOCK_MS = 3_000;
const LOOK_MS = 5_000;

/** Runs the router when something changed. */
@Injectable()
export class RoutingProcessor implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Routing');
  private readonly looking = new Repeated(
    LOOK_MS,
    () => this.lookAround(),
    (error) => this.logger.warn(`waiting work not looked at: ${error.message}`),
  );

  constructor(
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(Router) private readonly router: Router,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Database) private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.workers.register({
      queue: 'routing',
      concurrency: 2,
      lockMs: LOCK_MS,
      handle: ({ pool }) => this.router.route(pool),
    });
  }

  /**
   * Waiting work whose wake-up was lost, whose requirements have relaxed with time, or whose run died with its worker
   * or its database. Not a job: it must go on when the job queue is what is stuck.
   */
  onApplicationBootstrap(): void {
    this.looking.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.looking.stop();
  }

  private async lookAround(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT q.id FROM queue q WHERE EXISTS (SELECT 1 FROM work w WHERE w.queue_id = q.id AND w.state = 'waiting')`,
    );
    const waits = new Set(rows.map((row) => row.id));
    const queues = (await this.catalogue.queues()).filter((queue) => waits.has(queue.id));
    for (const pool of new Set(queues.map((queue) => queue.pool))) await this.router.route(pool);
  }
}
