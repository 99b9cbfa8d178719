import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, LiveQueue } from '#wasl/contracts';
import {
  type Database,
  type LiveMessage,
  OnEvent,
  type ProjectionResult,
  type ProjectionTx,
} from '#wasl/platform';
import { QueueLiveReader } from './queue-live.reader.js';

type FigureEvent = DomainEvent<
  'work.changed' | 'ticket.changed' | 'presence.changed' | 'staff.changed' | 'queue.settings_changed'
>;

/** Tells queues and boards the figures of queues: one message a queue and batch, however many events touched it. */
@Injectable()
export class QueueFiguresLive {
  constructor(@Inject(QueueLiveReader) private readonly figures: QueueLiveReader) {}

  /** After the counters, which it reads. */
  @OnEvent(
    ['work.changed', 'ticket.changed', 'presence.changed', 'staff.changed', 'queue.settings_changed'],
    {
      as: 'projection',
      order: 60,
    },
  )
  async tell(tx: ProjectionTx, events: FigureEvent[]): Promise<ProjectionResult | void> {
    const keys = [...new Set(events.flatMap(touchedQueues))];
    if (keys.length === 0) return;
    const figures = await this.figures.read(tx.query.bind(tx) as Database['query'], keys);
    const messages = figures.flatMap((data) => [
      { room: `queue:${data.key}`, type: 'queue.changed', data } as LiveMessage,
      { room: 'board', type: 'queue.changed', data } as LiveMessage,
    ]);
    return { messages: [...messages, ...removals(events, figures)] };
  }
}

/** Queues that were changed and have no figures now are retired or deleted. */
function removals(events: FigureEvent[], figures: LiveQueue[]): LiveMessage[] {
  const active = new Set(figures.map(({ key }) => key));
  const keys = events.flatMap((event) => (event.type === 'queue.settings_changed' ? event.data.queue : []));
  return [...new Set(keys)]
    .filter((key) => !active.has(key))
    .flatMap((key) => [
      { room: `queue:${key}`, type: 'queue.removed', data: { key } } as LiveMessage,
      { room: 'board', type: 'queue.removed', data: { key } } as LiveMessage,
    ]);
}

/** The queues whose figures an event may have changed. */
function touchedQueues(event: FigureEvent): string[] {
  if (event.type === 'presence.changed') return event.data.queues;
  if (event.type === 'queue.settings_changed') return [event.data.queue];
  if (event.type === 'staff.changed') return [...event.data.queues, ...event.data.leftQueues];
  if (event.type === 'ticket.changed') return event.data.outcome === 'resolved' ? [event.data.queue] : [];
  const { queue, fromQueue } = event.data;
  return fromQueue ? [fromQueue, queue] : [queue];
}
