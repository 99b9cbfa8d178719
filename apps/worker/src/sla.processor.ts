import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { JobQueues, JobWorkers, Repeated } from '#wasl/platform';
import { ClockTimers, Recompute } from '#wasl/sla';

const STRIKE_MS = 1_000;
const RECOMPUTE_MS = 2_000;
/** A clock that no job let strike does so within this, even when the job queue is what is stuck. */
const SWEEP_MS = 10_000;

/** Lets clocks strike on time, and recomputes them when the rules have changed. */
@Injectable()
export class SlaProcessor implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Sla');
  private readonly sweeping = new Repeated(
    SWEEP_MS,
    () => this.sweep(),
    (error) => this.logger.warn(`clocks not looked at: ${error.message}`),
  );

  constructor(
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(ClockTimers) private readonly timers: ClockTimers,
    @Inject(Recompute) private readonly recompute: Recompute,
  ) {}

  onModuleInit(): void {
    this.workers.register({
      queue: 'sla',
      concurrency: 2,
      handle: async ({ task }) => {
        await (task === 'strike' ? this.timers.strikeDue() : this.recompute.run());
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const queue = this.jobs.queue('sla');
    for (const [task, every] of [
      ['strike', STRIKE_MS],
      ['recompute', RECOMPUTE_MS],
    ] as const) {
      const opts = { attempts: 1, removeOnComplete: true, removeOnFail: 20 };
      await queue.upsertJobScheduler(task, { every }, { name: task, data: { task }, opts });
    }
    this.sweeping.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.stop();
  }

  private async sweep(): Promise<void> {
    await this.timers.strikeDue();
    await this.recompute.noteServices();
    await this.recompute.run();
  }
}
