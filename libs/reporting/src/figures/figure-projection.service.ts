import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { hours, seconds } from '#wasl/kernel';
import { SETTINGS, type Settings, type Tx, OnEvent } from '#wasl/platform';
import { factsOfEvents, type FigureContext } from '../domain/figures/facts-of-events.js';
import { saveAgents, saveSettlements, lockContext } from './figure-context.js';
import { addToQuarterSums, insertContactFacts, insertPresenceFacts } from './figure-store.js';

/** Updates the figures by interval as events arrive: facts and their sums, in one transaction with the events. */
@Injectable()
export class FigureProjection {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @OnEvent(['work.changed', 'ticket.changed', 'ticket.rated', 'presence.changed', 'staff.changed'], {
    as: 'projection',
    order: 30,
  })
  async apply(tx: Pick<Tx, 'query' | 'send'>, events: DomainEvent[]): Promise<void> {
    const known = await lockContext(tx, events);
    if (!known) return;
    const thresholds = new Map(
      (await this.catalogue.queues()).map((queue) => [queue.key, queue.thresholdSeconds]),
    );
    const context: FigureContext = {
      ...known,
      thresholdMsOf: (queue) => seconds(thresholds.get(queue) ?? 20),
      shortMs: seconds(this.settings.SHORT_ABANDON_SECONDS),
      reopenMs: hours(24 * this.country.reopenDays),
    };
    const { contacts, presence } = factsOfEvents(events, context);
    insertContactFacts(tx, contacts);
    insertPresenceFacts(tx, presence);
    addToQuarterSums(tx, contacts, presence);
    saveSettlements(tx, events, context.settlements);
    saveAgents(tx, events, context.agents);
  }
}
