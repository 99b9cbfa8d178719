import { setImmediate as breathe } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { conflict } from '#wasl/kernel';
import { type DryRunRules, type RoutingOutcome, replayPeriod } from './domain/dry-run.js';
import type { RecordedPeriod } from './domain/recorded-period.js';
import { figuresOf, type QueueFigures, recordedOutcomes } from './domain/dry-run-figures.js';
import type { RoutingRules } from './domain/routing-rules.js';
import { QueueHours } from './queue-hours.service.js';
import { RecordedPeriodReader } from './recorded-period.reader.js';
import { type CurrentRouting, RoutingConfig } from './routing-config.service.js';
import { RulesAdmin } from './rules-admin.service.js';

export interface DryRunResult {
  /** as recorded */
  was: QueueFigures[];
  /** the period simulated under the rules in force: shows how accurate the simulation is */
  inForce: QueueFigures[];
  /** the period simulated under the proposed rules */
  would: QueueFigures[];
}

/** Simulates a past period under other rules: the same arrivals, presence and handling times, routed again. */
@Injectable()
export class DryRun {
  private running = false;

  constructor(
    @Inject(RecordedPeriodReader) private readonly recorded: RecordedPeriodReader,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(RulesAdmin) private readonly admin: RulesAdmin,
    @Inject(QueueHours) private readonly hours: QueueHours,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /**
   * @throws invalid with what is wrong with the rules; unprocessable `routing.period_too_large`; conflict
   *   `routing.dry_run_running` when one runs in this process already
   */
  async run(period: { from: Date; to: Date }, rules: RoutingRules): Promise<DryRunResult> {
    await this.admin.require(rules);
    if (this.running) throw conflict('routing.dry_run_running');
    this.running = true;
    try {
      const inForce = await this.config.read();
      const recorded = await this.recorded.read(period, inForce.rules);
      const queues = new Map(
        (await this.catalogue.queues())
          .sort((a, b) => a.position - b.position)
          .map(({ id, key, thresholdSeconds }) => [id, { key, thresholdSeconds }]),
      );
      const figures = (outcomes: RoutingOutcome[]) => figuresOf(recorded.work, outcomes, queues);
      return {
        was: figures(recordedOutcomes(recorded.work)),
        inForce: figures(await this.replay(recorded, inForce)),
        would: figures(await this.replay(recorded, await this.config.compile(rules))),
      };
    } finally {
      this.running = false;
    }
  }

  /** Lets the process serve other requests in between: simulating a day takes seconds. */
  private async replay(
    recorded: RecordedPeriod,
    routing: Omit<CurrentRouting, 'version'>,
  ): Promise<RoutingOutcome[]> {
    const rules: DryRunRules = {
      round: routing.round,
      order: routing.rules.order,
      units: routing.rules.units,
      isOpen: (queueId, at) => this.hours.isOpen(routing.settings.get(queueId), new Date(at)),
    };
    const replay = replayPeriod(recorded, rules);
    for (;;) {
      const { done, value } = replay.next();
      if (done) return value;
      await breathe();
    }
  }
}
