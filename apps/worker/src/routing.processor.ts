import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { JobWorkers } from '#wasl/platform';
import { Router } from '#wasl/routing';

/** A run ends after so many rounds, so that one pool does not keep the others waiting. */
const MOST_ROUNDS = 20;
/**
 * A pool waits for its dead worker's run, because runs of a pool are one at a time: so it is given up soon. Two runs at
 * once, after a worker that was only slow, do no harm: what a round writes is guarded by versions.
 */
const LOCK_MS = 3_000;

/** Runs the router when something changed. */
@Injectable()
export class RoutingProcessor implements OnModuleInit {
  constructor(
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(Router) private readonly router: Router,
  ) {}

  onModuleInit(): void {
    this.workers.register({
      queue: 'routing',
      concurrency: 2,
      lockMs: LOCK_MS,
      handle: async ({ pool }) => {
        for (let round = 0; round < MOST_ROUNDS; round++) {
          if ((await this.router.round(pool)) === 0) return;
        }
      },
    });
  }
}
