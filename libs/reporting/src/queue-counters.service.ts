import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, localDay } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { SETTINGS, type Settings, type Tx, OnEvent } from '#wasl/platform';
import { type CounterDelta, counterDeltas } from './domain/figures/counter-deltas.js';

/** Maintains the live counters as running sums of events; tickets are never scanned. */
@Injectable()
export class QueueCounters {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @OnEvent(['work.changed', 'ticket.changed'], { as: 'projection', order: 10 })
  async apply(tx: Pick<Tx, 'send'>, events: DomainEvent[]): Promise<void> {
    const thresholds = new Map(
      (await this.catalogue.queues()).map((queue) => [queue.key, queue.thresholdSeconds]),
    );
    // Nearly always one day; around midnight what happened before it belongs to the day before.
    for (const [day, ofDay] of this.byDay(events)) {
      const thresholdOf = (queue: string) => thresholds.get(queue) ?? 20;
      const deltas = counterDeltas(ofDay, thresholdOf, this.settings.SHORT_ABANDON_SECONDS);
      if (deltas.size === 0) continue;
      add(tx, day, deltas);
    }
  }

  private byDay(events: DomainEvent[]): Map<string, DomainEvent[]> {
    const days = new Map<string, DomainEvent[]>();
    for (const event of events) {
      const day = localDay(new Date(event.at), this.country.zones[0]!);
      days.set(day, [...(days.get(day) ?? []), event]);
    }
    return days;
  }
}

function add(tx: Pick<Tx, 'send'>, day: string, deltas: Map<string, CounterDelta>): void {
  const keys = [...deltas.keys()].sort();
  const column = (name: keyof CounterDelta) => keys.map((key) => deltas.get(key)![name]);
  tx.send(
    `INSERT INTO queue_counter AS c (queue_key, waiting, offered, handling)
     SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[])
     ON CONFLICT (queue_key) DO UPDATE SET waiting = c.waiting + excluded.waiting,
       offered = c.offered + excluded.offered, handling = c.handling + excluded.handling`,
    [keys, column('waiting'), column('offered'), column('handling')],
  );
  tx.send(
    `INSERT INTO queue_day AS d (day, queue_key, arrived, answered, answered_in_threshold, abandoned,
       abandoned_after_threshold, short_abandoned, resolved)
     SELECT $1::date, * FROM unnest($2::text[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[],
       $9::int[])
     ON CONFLICT (queue_key, day) DO UPDATE SET arrived = d.arrived + excluded.arrived,
       answered = d.answered + excluded.answered,
       answered_in_threshold = d.answered_in_threshold + excluded.answered_in_threshold,
       abandoned = d.abandoned + excluded.abandoned,
       abandoned_after_threshold = d.abandoned_after_threshold + excluded.abandoned_after_threshold,
       short_abandoned = d.short_abandoned + excluded.short_abandoned,
       resolved = d.resolved + excluded.resolved`,
    [
      day,
      keys,
      column('arrived'),
      column('answered'),
      column('answeredInThreshold'),
      column('abandoned'),
      column('abandonedAfterThreshold'),
      column('shortAbandoned'),
      column('resolved'),
    ],
  );
}
