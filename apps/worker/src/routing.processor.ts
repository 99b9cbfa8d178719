import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { JobWorkers } from '#wasl/platform';
import { Router } from '#wasl/routing';

/** A run ends after so many rounds, so that one pool does not keep the others waiting. */
const MOST_ROUNDS = 20;

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
      handle: async ({ pool }) => {
        for (let round = 0; round < MOST_ROUNDS; round++) {
          if ((await this.router.round(pool)) === 0) return;
        }
      },
    });
  }
}
