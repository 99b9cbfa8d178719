import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AgentLive, DomainEvent, Notice } from '#wasl/contracts';
import {
  type Database,
  type LiveMessage,
  LiveSender,
  LiveStore,
  type Projection,
  storeLive,
  type Tx,
} from '#wasl/platform';
import { AuditTrail } from '#wasl/audit';
import { Measures, QueueCounters, QueueLiveReader } from '#wasl/reporting';
import { Offers } from '#wasl/routing';
import { ScreenPops, UpdateLog } from '#wasl/channels';

/** A leader that takes over sends again what the one before may have stored and not sent; clients skip repetitions. */
const RESEND_SECONDS = 10;

/** Turns events into counters and live messages: what each room is told, and in which order. */
@Injectable()
export class LiveProjection implements Projection, OnApplicationBootstrap {
  constructor(
    @Inject(QueueCounters) private readonly counters: QueueCounters,
    @Inject(Measures) private readonly measures: Measures,
    @Inject(QueueLiveReader) private readonly figures: QueueLiveReader,
    @Inject(Offers) private readonly offers: Offers,
    @Inject(ScreenPops) private readonly pops: ScreenPops,
    @Inject(UpdateLog) private readonly updates: UpdateLog,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(LiveStore) private readonly store: LiveStore,
    @Inject(LiveSender) private readonly sender: LiveSender,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.sender.send(await this.store.recent(RESEND_SECONDS));
  }

  async project(tx: Pick<Tx, 'query' | 'send' | 'now'>, events: DomainEvent[]): Promise<() => void> {
    const touched = await this.counters.apply(tx, events);
    await this.updates.apply(tx, events);
    await this.measures.apply(tx, events);
    await this.audit.apply(tx, events);
    const query = tx.query.bind(tx) as Database['query'];
    const known = await this.lookUp(query, events);
    const messages: LiveMessage[] = [];
    for (const event of events) messages.push(...(await this.messagesOf(event, known)));
    messages.push(...(await this.queueMessages(query, events, touched)));
    const stored = await storeLive(tx, messages);
    const chats = events.flatMap(chatWithNews);
    return () => {
      this.sender.send(stored);
      this.sender.sendNews(chats);
    };
  }

  private async lookUp(query: Database['query'], events: DomainEvent[]) {
    const offerIds = events.flatMap((event) => (event.type === 'offer.made' ? [event.data.offerId] : []));
    const agentIds = events.flatMap((event) =>
      event.type === 'presence.changed' ? [event.data.agentId] : [],
    );
    const names =
      agentIds.length === 0
        ? []
        : await query<{ id: string; name: string }>('SELECT id, name FROM staff WHERE id = ANY($1::uuid[])', [
            agentIds,
          ]);
    return {
      query,
      offers: offerIds.length === 0 ? new Map() : await this.offers.viewsOf(query, offerIds),
      names: new Map(names.map((row) => [row.id, row.name])),
    };
  }

  private async messagesOf(event: DomainEvent, known: Known): Promise<LiveMessage[]> {
    switch (event.type) {
      case 'ticket.created': {
        const { number, queue, channel, priority } = event.data;
        return [
          { room: `queue:${queue}`, type: 'ticket.created', data: { number, queue, channel, priority } },
        ];
      }
      case 'ticket.changed': {
        const { number, queue, status, version, changed, assigneeId } = event.data;
        const data = { number, queue, status, version, changed, assigneeId };
        return [
          { room: `ticket:${number}`, type: 'ticket.changed', data },
          { room: `queue:${queue}`, type: 'ticket.changed', data },
          ...(assigneeId ? [{ room: `me:${assigneeId}`, type: 'ticket.changed', data } as LiveMessage] : []),
        ];
      }
      case 'message.added': {
        const { number, messageId, kind, assigneeId } = event.data;
        const data = { number, messageId, kind };
        return [
          { room: `ticket:${number}`, type: 'message.added', data },
          ...(assigneeId ? [{ room: `me:${assigneeId}`, type: 'message.added', data } as LiveMessage] : []),
        ];
      }
      case 'offer.made': {
        const offer = known.offers.get(event.data.offerId);
        return offer ? [{ room: `me:${event.data.agentId}`, type: 'offer.made', data: offer }] : [];
      }
      case 'offer.closed':
        return [
          {
            room: `me:${event.data.agentId}`,
            type: 'offer.expired',
            data: { id: event.data.offerId, state: event.data.state },
          },
        ];
      case 'presence.changed': {
        const { agentId, state, reason, since, queues } = event.data;
        const data: AgentLive = {
          id: agentId,
          name: known.names.get(agentId) ?? '',
          state,
          reason,
          since,
          queues,
        };
        return [
          { room: `me:${agentId}`, type: 'presence.changed', data },
          { room: 'board', type: 'presence.changed', data },
        ];
      }
      case 'sla.at_risk':
      case 'sla.breached':
        return promiseMessages(event);
      case 'sla.escalated': {
        const { number, clock, dueAt, step, do: done, tell } = event.data;
        const data = { kind: 'sla.escalated' as const, number, clock, dueAt, step, do: done };
        return tell.map((id) => ({ room: `me:${id}`, type: 'notice', data }) as LiveMessage);
      }
      case 'sla.moved': {
        const { number, queue, status, version, assigneeId } = event.data;
        const changed = ['firstResponseDueAt', 'resolutionDueAt'];
        const data = { number, queue, status, version, changed, assigneeId };
        return [
          { room: `ticket:${number}`, type: 'ticket.changed', data },
          { room: `queue:${queue}`, type: 'ticket.changed', data },
        ];
      }
      case 'viewer.changed':
        return [{ room: `ticket:${event.data.number}`, type: 'viewer.changed', data: event.data }];
      case 'call.ringing':
      case 'call.answered':
      case 'call.ended':
      case 'call.changed':
      case 'call.stopped':
        return this.callMessages(event, known.query);
      case 'mail.failed':
      case 'text.failed': {
        const { number } = event.data;
        return number
          ? [{ room: `ticket:${number}`, type: 'notice', data: { kind: event.type, number } }]
          : [];
      }
      case 'queue.unserved':
        return [{ room: 'board', type: 'notice', data: { kind: 'queue.unserved', ...event.data } }];
      default:
        return [];
    }
  }

  /**
   * Those at whose desks it rings are told, and nobody else; so they are when it stops. Who answers is told the call
   * whole, as it need not have rung at their desk, or not while they were looking; from the others it goes.
   */
  private async callMessages(
    event: DomainEvent<'call.ringing' | 'call.answered' | 'call.ended' | 'call.changed' | 'call.stopped'>,
    query: Database['query'],
  ): Promise<LiveMessage[]> {
    const { agentId, interactionId } = event.data;
    const { type } = event;
    const ofOne = type === 'call.ringing' || type === 'call.changed' || type === 'call.stopped';
    const concerned = ofOne && agentId ? [agentId] : await this.pops.shownTo(interactionId, query);
    const whole = type === 'call.ringing' || type === 'call.changed' || type === 'call.answered';
    const call = whole ? await this.pops.for(interactionId, query) : null;
    if (whole && !call) return [];
    const told: Notice = call
      ? { kind: type as 'call.ringing' | 'call.changed' | 'call.answered', ...call }
      : { kind: type as 'call.ended' | 'call.stopped', interactionId };
    const gone: Notice = { kind: 'call.stopped', interactionId };
    return concerned.map((id) => ({
      room: `me:${id}`,
      type: 'notice',
      data: type === 'call.answered' && id !== agentId ? gone : told,
    }));
  }

  /** One message of figures a queue and batch, however many events touched it. */
  private async queueMessages(
    query: Database['query'],
    events: DomainEvent[],
    touched: string[],
  ): Promise<LiveMessage[]> {
    const ofPresence = events.flatMap((event) =>
      event.type === 'presence.changed' ? event.data.queues : [],
    );
    const keys = [...new Set([...touched, ...ofPresence])];
    if (keys.length === 0) return [];
    const figures = await this.figures.read(query, keys);
    return figures.flatMap((data) => [
      { room: `queue:${data.key}`, type: 'queue.changed', data } as LiveMessage,
      { room: 'board', type: 'queue.changed', data } as LiveMessage,
    ]);
  }
}

/** Those who can still do something, and those who look on: the ticket, its owner, its queue, the board. */
function promiseMessages(event: DomainEvent<'sla.at_risk' | 'sla.breached'>): LiveMessage[] {
  const { number, clock, dueAt, queue, assigneeId } = event.data;
  const rooms = [`ticket:${number}`, `queue:${queue}`, 'board', ...(assigneeId ? [`me:${assigneeId}`] : [])];
  return rooms.map((room) => ({ room, type: event.type, data: { number, clock, dueAt } }) as LiveMessage);
}

interface Known {
  query: Database['query'];
  offers: Awaited<ReturnType<Offers['viewsOf']>>;
  names: Map<string, string>;
}

/** The chat whose visitor has something new to see, if it is one. Notes of staff are none of it. */
function chatWithNews(event: DomainEvent): string[] {
  if (event.type === 'chat.ended') return [event.data.number];
  if (event.type === 'message.added' && event.data.kind === 'internal_note') return [];
  const ofTicket = event.type === 'message.added' || event.type === 'ticket.changed';
  return ofTicket && event.data.channel === 'chat' ? [event.data.number] : [];
}
