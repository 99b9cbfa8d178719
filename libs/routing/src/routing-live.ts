import { Inject, Injectable } from '@nestjs/common';
import type { LiveAgent, DomainEvent } from '#wasl/contracts';
import { type Database, type LiveMessage, OnEvent } from '#wasl/platform';
import { Offers } from './offers.service.js';
import { Presence } from './presence.service.js';
import { ServedQueues } from './served-queues.service.js';

/** What agents are told of their offers, and boards of the agents. */
@Injectable()
export class RoutingLive {
  constructor(
    @Inject(Offers) private readonly offers: Offers,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(ServedQueues) private readonly served: ServedQueues,
  ) {}

  @OnEvent(['offer.made'], { as: 'live' })
  async offerMade(events: DomainEvent<'offer.made'>[], query: Database['query']): Promise<LiveMessage[][]> {
    const views = await this.offers.viewsOf(
      query,
      events.map(({ data }) => data.offerId),
    );
    return events.map(({ data: { offerId, agentId } }) => {
      const offer = views.get(offerId);
      return offer ? [{ room: `me:${agentId}`, type: 'offer.made', data: offer }] : [];
    });
  }

  @OnEvent(['offer.closed'], { as: 'live' })
  async offerClosed(events: DomainEvent<'offer.closed'>[]): Promise<LiveMessage[][]> {
    return events.map(({ data: { offerId, agentId, state } }) => [
      { room: `me:${agentId}`, type: 'offer.expired', data: { id: offerId, state } },
    ]);
  }

  @OnEvent(['presence.changed'], { as: 'live' })
  async presenceChanged(
    events: DomainEvent<'presence.changed'>[],
    query: Database['query'],
  ): Promise<LiveMessage[][]> {
    const rows = await query<{ id: string; name: string }>(
      'SELECT id, name FROM staff WHERE id = ANY($1::uuid[])',
      [events.map(({ data }) => data.agentId)],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return events.map(({ data: { agentId, state, reason, since, queues } }) => {
      const name = names.get(agentId) ?? '';
      const data: LiveAgent = { id: agentId, name, state, reason, since, queues };
      return [
        { room: `me:${agentId}`, type: 'presence.changed', data },
        { room: 'board', type: 'presence.changed', data },
      ];
    });
  }

  /** Under the same name as presence: what is shown of an agent is replaced as a whole. */
  @OnEvent(['staff.changed'], { as: 'live' })
  async staffChanged(
    events: DomainEvent<'staff.changed'>[],
    query: Database['query'],
  ): Promise<LiveMessage[][]> {
    const views = await this.presence.viewsOf(
      query,
      events.map(({ data }) => data.staffId),
    );
    return events.map(({ data: { staffId } }) => {
      const data = views.get(staffId);
      if (!data) return [];
      return [
        { room: `me:${staffId}`, type: 'presence.changed', data },
        { room: 'board', type: 'presence.changed', data },
      ];
    });
  }

  @OnEvent(['queue.unserved'], { as: 'live' })
  async queueUnserved(
    events: DomainEvent<'queue.unserved'>[],
    query: Database['query'],
  ): Promise<LiveMessage[][]> {
    const reported = await this.served.reported(query);
    const sinceOf = new Map(reported.map(({ queue, since }) => [queue, since]));
    return events.map(({ at, data }) => {
      const since = data.reason ? { since: sinceOf.get(data.queue) ?? at } : {};
      return [{ room: 'board', type: 'notice', data: { kind: 'queue.unserved', ...data, ...since } }];
    });
  }
}
