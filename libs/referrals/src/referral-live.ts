import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, LiveReferral } from '#wasl/contracts';
import { type Database, type LiveMessage, OnEvent } from '#wasl/platform';
import { ReferralDesk } from './referral-desk.js';

/**
 * Who is told of referrals: the desk of the entity, the owner of the ticket, and those whose turn it is. The room of the
 * ticket hears of it with `ticket.changed`, which names no entity.
 */
@Injectable()
export class ReferralLive {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  @OnEvent(['referral.changed'], { as: 'live' })
  async changed(
    events: DomainEvent<'referral.changed'>[],
    query: Database['query'],
  ): Promise<LiveMessage[][]> {
    const desks = await this.desk.snapshots([...new Set(events.map(({ data }) => data.entity))], query);
    return events.map(({ data }) => {
      const { referralId: id, number, entity, what, state } = data;
      const facts: LiveReferral = { id, number, entity, what, state };
      const notice = { kind: 'referral.changed' as const, ...facts };
      // The owner knows what the centre did.
      const owner =
        data.assigneeId !== null && data.by !== 'centre' && what !== 'received' ? [data.assigneeId] : [];
      const told = [...new Set([...data.tell, ...owner])];
      return [
        {
          room: `referrals:${entity}`,
          type: 'referral.changed',
          data: { ...facts, desk: desks.get(entity)! },
        },
        ...told.map((person) => ({ room: `me:${person}`, type: 'notice', data: notice }) as LiveMessage),
      ];
    });
  }
}
