import 'reflect-metadata';
import type { DomainEvent, EventJobQueue, EventType } from '#wasl/contracts';
import type { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { LiveSender } from '../live/live-sender.js';
import type { LiveMessage } from '../live/live-store.js';

/** The transaction that takes events out of the outbox. */
export type ProjectionTx = Pick<Tx, 'query' | 'send' | 'now'>;

export interface ProjectionResult {
  /** live messages that follow those of the events themselves */
  messages?: LiveMessage[];
  /** Called when the transaction has committed; lost when the process ends before. */
  afterCommit?: (sender: LiveSender) => void;
}

/**
 * Writes what is derived from events, in the transaction that takes them out of the outbox: in the order of the events
 * and exactly once. Is given all events of a batch that it asked for. Handlers run one after another, by `order`.
 */
export type ProjectionHandler<T extends EventType> = (
  tx: ProjectionTx,
  events: DomainEvent<T>[],
) => Promise<ProjectionResult | void>;

/** Says what live rooms are told. @returns the messages of each event, in the order of the events */
export type LiveHandler<T extends EventType> = (
  events: DomainEvent<T>[],
  query: Database['query'],
) => Promise<LiveMessage[][]>;

/** Reacts at once, beside the projections: a hint that may come twice, or never when the process ends. */
export type SignalHandler<T extends EventType> = (events: DomainEvent<T>[]) => Promise<void>;

/** Works on events in a job queue, some time later, at least once. */
export type EventJobHandler<T extends EventType> = (events: DomainEvent<T>[]) => Promise<void>;

export interface ProjectionOptions {
  as: 'projection';
  /** no two have the same */
  order: number;
}
export interface LiveOptions {
  as: 'live';
}
export interface SignalOptions {
  as: 'signal';
}
export interface EventJobOptions {
  as: 'job';
  queue: EventJobQueue;
  /** how many jobs one process works on at once */
  concurrency: number;
}
export type OnEventOptions = ProjectionOptions | LiveOptions | SignalOptions | EventJobOptions;

export interface EventHandlerDeclaration {
  types: readonly EventType[];
  options: OnEventOptions;
}

type Decorates<Handler> = <Method extends Handler>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

const DECLARED = Symbol('wasl:on-event');

/**
 * Declares a method of a provider as handler of events. The worker finds it there (`EventHandlers`); in other processes
 * the declaration does nothing.
 */
export function OnEvent<const T extends EventType>(
  types: readonly T[],
  options: ProjectionOptions,
): Decorates<ProjectionHandler<T>>;
export function OnEvent<const T extends EventType>(
  types: readonly T[],
  options: LiveOptions,
): Decorates<LiveHandler<T>>;
export function OnEvent<const T extends EventType>(
  types: readonly T[],
  options: SignalOptions,
): Decorates<SignalHandler<T>>;
export function OnEvent<const T extends EventType>(
  types: readonly T[],
  options: EventJobOptions,
): Decorates<EventJobHandler<T>>;
export function OnEvent(types: readonly EventType[], options: OnEventOptions) {
  return (_target: object, _key: string | symbol, descriptor: PropertyDescriptor): void => {
    const declaration: EventHandlerDeclaration = { types, options };
    Reflect.defineMetadata(DECLARED, declaration, descriptor.value as object);
  };
}

/** @returns what a method was declared as, if it is a handler */
export const eventHandlerDeclaration = (method: object): EventHandlerDeclaration | undefined =>
  Reflect.getMetadata(DECLARED, method) as EventHandlerDeclaration | undefined;
