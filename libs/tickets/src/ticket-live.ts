import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { type LiveMessage, OnEvent } from '#wasl/platform';

/** What those who look at a ticket, its queue or their own work are told of it. */
@Injectable()
export class TicketLive {
  @OnEvent(['ticket.created'], { as: 'live' })
  async created(events: DomainEvent<'ticket.created'>[]): Promise<LiveMessage[][]> {
    return events.map(({ data: { number, queue, channel, priority } }) => [
      { room: `queue:${queue}`, type: 'ticket.created', data: { number, queue, channel, priority } },
    ]);
  }

  @OnEvent(['ticket.changed'], { as: 'live' })
  async changed(events: DomainEvent<'ticket.changed'>[]): Promise<LiveMessage[][]> {
    return events.map(({ data: { number, queue, status, version, changed, assigneeId } }) => {
      const data = { number, queue, status, version, changed, assigneeId };
      return [
        { room: `ticket:${number}`, type: 'ticket.changed', data },
        { room: `queue:${queue}`, type: 'ticket.changed', data },
        ...(assigneeId ? [{ room: `me:${assigneeId}`, type: 'ticket.changed', data } as LiveMessage] : []),
      ];
    });
  }

  @OnEvent(['message.added'], { as: 'live' })
  async messageAdded(events: DomainEvent<'message.added'>[]): Promise<LiveMessage[][]> {
    return events.map(({ data: { number, messageId, kind, assigneeId } }) => {
      const data = { number, messageId, kind };
      return [
        { room: `ticket:${number}`, type: 'message.added', data },
        ...(assigneeId ? [{ room: `me:${assigneeId}`, type: 'message.added', data } as LiveMessage] : []),
      ];
    });
  }
}
