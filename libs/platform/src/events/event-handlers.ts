import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type DomainEvent, EVENT_JOB_QUEUES, type EventType } from '#wasl/contracts';
import type { Database } from '../database/database.js';
import { JobQueues } from '../jobs/job-queues.js';
import { JobWorkers } from '../jobs/job-workers.js';
import type { LiveSender } from '../live/live-sender.js';
import { type LiveMessage, storeLiveMessages } from '../live/live-store.js';
import { handlerFaults, handles, type NamedHandler } from './check-handlers.js';
import { declaredMethods } from './declared-methods.js';
import {
  eventHandlerDeclaration,
  type EventJobHandler,
  type LiveHandler,
  type ProjectionHandler,
  type ProjectionTx,
  type SignalHandler,
} from './on-event.js';

interface Handler extends NamedHandler {
  call: (...args: never[]) => Promise<unknown>;
}

/** Finds what features declared with `@OnEvent`, and calls it. Knows no feature. */
@Injectable()
export class EventHandlers implements OnModuleInit {
  private projections: Handler[] = [];
  private live: Handler[] = [];
  private signals: Handler[] = [];
  private jobHandlers: Handler[] = [];

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(JobQueues) private readonly jobs: JobQueues,
    @Inject(JobWorkers) private readonly workers: JobWorkers,
  ) {}

  /** @throws Error with one line that names everything missing, doubled or unordered */
  onModuleInit(): void {
    const handlers: Handler[] = declaredMethods(this.discovery, eventHandlerDeclaration);
    const faults = handlerFaults(handlers);
    if (faults.length > 0) throw new Error(`Event handlers: ${faults.join('; ')}`);
    this.projections = handlers.filter(isA('projection')).sort((a, b) => orderOf(a) - orderOf(b));
    this.live = handlers.filter(isA('live'));
    this.signals = handlers.filter(isA('signal'));
    this.jobHandlers = handlers.filter(isA('job'));
    for (const handler of this.jobHandlers) this.work(handler);
  }

  /** Everything that is declared, projections in their order. */
  get all(): readonly NamedHandler[] {
    return [...this.signals, ...this.projections, ...this.live, ...this.jobHandlers];
  }

  /**
   * Runs the projections, then stores the live messages of each event in the order of the events, then those that the
   * projections add.
   * @returns what to do after the commit; may be lost with the process
   */
  async project(tx: ProjectionTx, events: DomainEvent[]): Promise<(sender: LiveSender) => void> {
    const added: LiveMessage[] = [];
    const after: ((sender: LiveSender) => void)[] = [];
    for (const handler of this.projections) {
      const own = eventsFor(handler, events);
      if (own.length === 0) continue;
      const result = await (handler.call as ProjectionHandler<EventType>)(tx, own);
      added.push(...(result?.messages ?? []));
      if (result?.afterCommit) after.push(result.afterCommit);
    }
    const query = tx.query.bind(tx) as Database['query'];
    const stored = await storeLiveMessages(tx, [...(await this.messagesOf(events, query)), ...added]);
    return (sender) => {
      sender.send(stored);
      for (const then of after) then(sender);
    };
  }

  /** What the router and others react to at once. @throws what a handler throws */
  async signal(events: DomainEvent[]): Promise<void> {
    for (const handler of this.signals) {
      const own = eventsFor(handler, events);
      if (own.length > 0) await (handler.call as SignalHandler<EventType>)(own);
    }
  }

  /** Adds the jobs of a batch, under ids made of the events' ids: adding them twice adds them once. */
  async addJobs(events: DomainEvent[]): Promise<void> {
    for (const handler of this.jobHandlers) {
      const own = eventsFor(handler, events);
      if (own.length > 0) await this.jobs.addEvents(queueOf(handler), own);
    }
  }

  private async messagesOf(events: DomainEvent[], query: Database['query']): Promise<LiveMessage[]> {
    const messages = new Map<DomainEvent, LiveMessage[]>();
    for (const handler of this.live) {
      const own = eventsFor(handler, events);
      if (own.length === 0) continue;
      const told = await (handler.call as LiveHandler<EventType>)(own, query);
      own.forEach((event, i) => messages.set(event, told[i]!));
    }
    return events.flatMap((event) => messages.get(event) ?? []);
  }

  private work(handler: Handler): void {
    const { options } = handler.declaration;
    if (options.as !== 'job') return;
    this.workers.register({
      queue: options.queue,
      concurrency: options.concurrency,
      handle: ({ events }) => (handler.call as EventJobHandler<EventType>)(events),
    });
  }
}

const isA =
  (kind: Handler['declaration']['options']['as']) =>
  ({ declaration }: Handler): boolean =>
    declaration.options.as === kind;

const eventsFor = (handler: NamedHandler, events: DomainEvent[]): DomainEvent[] =>
  events.filter((event) => handles(handler, event.type));

const orderOf = ({ declaration: { options } }: NamedHandler): number =>
  options.as === 'projection' ? options.order : 0;

function queueOf({ declaration: { options } }: NamedHandler): (typeof EVENT_JOB_QUEUES)[number] {
  if (options.as !== 'job') throw new Error('Not a job handler');
  return options.queue;
}
