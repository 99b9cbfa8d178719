import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { type LiveMessage, OnEvent } from '#wasl/platform';

/** Who is told that a target is at risk or missed, and that due times have moved. */
@Injectable()
export class SlaLive {
  /** Those who can still do something, and those who look on: the ticket, its owner, its queue, the board. */
  @OnEvent(['sla.at_risk', 'sla.breached'], { as: 'live' })
  async threatened(events: DomainEvent<'sla.at_risk' | 'sla.breached'>[]): Promise<LiveMessage[][]> {
    return events.map(({ type, data: { number, clock, dueAt, queue, assigneeId } }) => {
      const rooms = [
        `ticket:${number}`,
        `queue:${queue}`,
        'board',
        ...(assigneeId ? [`me:${assigneeId}`] : []),
      ];
      return rooms.map((room) => ({ room, type, data: { number, clock, dueAt } }) as LiveMessage);
    });
  }

  @OnEvent(['sla.escalated'], { as: 'live' })
  async escalated(events: DomainEvent<'sla.escalated'>[]): Promise<LiveMessage[][]> {
    return events.map(({ data: { number, clock, dueAt, step, do: done, tell } }) => {
      const data = { kind: 'sla.escalated' as const, number, clock, dueAt, step, do: done };
      return tell.map((id) => ({ room: `me:${id}`, type: 'notice', data }) as LiveMessage);
    });
  }

  @OnEvent(['sla.moved'], { as: 'live' })
  async moved(events: DomainEvent<'sla.moved'>[]): Promise<LiveMessage[][]> {
    return events.map(({ data: { number, queue, status, version, assigneeId } }) => {
      const changed = ['firstResponseDueAt', 'resolutionDueAt'];
      const data = { number, queue, status, version, changed, assigneeId };
      return [
        { room: `ticket:${number}`, type: 'ticket.changed', data },
        { room: `queue:${queue}`, type: 'ticket.changed', data },
      ];
    });
  }
}
