import { EVENT_JOB_QUEUES, EVENT_TYPES, type EventType } from '#wasl/contracts';
import type { EventHandlerDeclaration } from './on-event.js';

export interface NamedHandler {
  name: string;
  declaration: EventHandlerDeclaration;
}

/** @returns whether a handler is given events of this type */
export const handles = ({ declaration: { types } }: NamedHandler, type: EventType): boolean =>
  types.includes(type);

/**
 * What is wrong with the handlers of a process, a line each: two of one name, projections without an order of their own,
 * an event whose live messages come from two, two job handlers of one queue, a queue or an event without its handler.
 */
export function handlerFaults(
  handlers: readonly NamedHandler[],
  types: readonly string[] = EVENT_TYPES,
  queues: readonly string[] = EVENT_JOB_QUEUES,
): string[] {
  const faults: string[] = [];
  for (const [name, same] of groups(handlers, (handler) => handler.name))
    if (same.length > 1) faults.push(`${name} is declared ${same.length} times`);
  faults.push(...orderFaults(handlers), ...queueFaults(handlers, queues));
  for (const type of types) {
    const own = handlers.filter((handler) => handles(handler, type as EventType));
    const live = own.filter(({ declaration }) => declaration.options.as === 'live');
    if (live.length > 1) faults.push(`${type}: live messages come from ${names(live)}`);
    if (own.length === 0) faults.push(`${type} has no handler`);
  }
  return faults;
}

function orderFaults(handlers: readonly NamedHandler[]): string[] {
  const projections = handlers.flatMap(({ name, declaration: { options } }) =>
    options.as === 'projection' ? [{ name, order: options.order }] : [],
  );
  const unordered = projections.filter(({ order }) => !Number.isInteger(order));
  const doubled = [...groups(projections, ({ order }) => order)].filter(([, same]) => same.length > 1);
  return [
    ...unordered.map(({ name }) => `${name}: a projection needs an order`),
    ...doubled.map(([order, same]) => `order ${order} of projections is taken by ${names(same)}`),
  ];
}

function queueFaults(handlers: readonly NamedHandler[], queues: readonly string[]): string[] {
  return queues.flatMap((queue) => {
    const own = handlers.filter(
      ({ declaration: { options } }) => options.as === 'job' && options.queue === queue,
    );
    if (own.length === 1) return [];
    return [own.length === 0 ? `job queue ${queue} has no handler` : `job queue ${queue}: ${names(own)}`];
  });
}

const names = (handlers: readonly { name: string }[]): string =>
  handlers.map(({ name }) => name).join(' and ');

function groups<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
