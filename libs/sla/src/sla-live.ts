import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import {
  type Database,
  type LiveMessage,
  OnEvent,
  type ProjectionResult,
  type ProjectionTx,
} from '#wasl/platform';
import { AlarmReader } from './alarm-reader.js';

type AlarmEvent = DomainEvent<
  'sla.at_risk' | 'sla.breached' | 'sla.moved' | 'ticket.changed' | 'message.added'
>;

const OF_SERVICE = ['service', 'serviceId'];
/** Changes after which a clock may look as if it had never been at risk. */
const MOVES_DUE_TIMES = ['priority', 'kind', ...OF_SERVICE, 'firstResponseDueAt', 'resolutionDueAt'];

/** Who is told that a target is at risk or missed, and that due times have moved. */
@Injectable()
export class SlaLive {
  constructor(@Inject(AlarmReader) private readonly alarms: AlarmReader) {}

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

  /**
   * What boards show of a ticket's targets, whenever that may have changed. Most tickets are never at risk: of those
   * boards are told nothing. Of a ticket of a restricted service they are told only that it is no longer theirs to see.
   */
  @OnEvent(['sla.at_risk', 'sla.breached', 'sla.moved', 'ticket.changed', 'message.added'], {
    as: 'projection',
    order: 67,
  })
  async alarmed(tx: ProjectionTx, events: AlarmEvent[]): Promise<ProjectionResult | void> {
    const numbers = new Map(events.map(({ data }) => [data.ticketId, data.number]));
    const idsOf = (some: AlarmEvent[]) => new Set(some.map(({ data }) => data.ticketId));
    const moved = idsOf(events.filter(mayHaveMoved));
    const served = idsOf(events.filter((event) => changes(event, OF_SERVICE)));
    const known = await this.alarms.ofTickets(tx.query.bind(tx) as Database['query'], [...numbers.keys()]);
    const messages: LiveMessage[] = [];
    for (const [id, number] of numbers) {
      const { isRestricted, wasAtRisk, alarms } = known.get(id) ?? NOTHING;
      const isTold = isRestricted ? served.has(id) : wasAtRisk || moved.has(id);
      const targets = isRestricted ? [] : alarms;
      if (isTold) messages.push({ room: 'board', type: 'sla.alarms', data: { number, targets } });
    }
    return { messages };
  }
}

const NOTHING = { isRestricted: false, wasAtRisk: false, alarms: [] };
const changes = ({ type, data }: AlarmEvent, fields: string[]): boolean =>
  type === 'ticket.changed' && data.changed.some((field) => fields.includes(field));
const mayHaveMoved = (event: AlarmEvent): boolean =>
  event.type === 'sla.moved' || changes(event, MOVES_DUE_TIMES);
