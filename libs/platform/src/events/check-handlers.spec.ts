import type { EventType } from '#wasl/contracts';
import { handlerFaults, type NamedHandler } from './check-handlers.js';
import type { OnEventOptions } from './on-event.js';

const TYPES: EventType[] = ['ticket.created', 'ticket.changed'];
const handler = (name: string, types: EventType[], options: OnEventOptions): NamedHandler => ({
  name,
  declaration: { types, options },
});
const projection = (name: string, order: number) => handler(name, TYPES, { as: 'projection', order });
const search = handler('Search.index', ['ticket.created'], { as: 'job', queue: 'search', concurrency: 1 });
const faultsOf = (...handlers: NamedHandler[]) => handlerFaults(handlers, TYPES, ['search']);

describe('the handlers of events', () => {
  it('are accepted when every event and every queue has one, and projections have an order', () => {
    expect(faultsOf(projection('A.apply', 1), projection('B.apply', 2), search)).toEqual([]);
  });

  it('may not be declared twice under one name', () => {
    expect(faultsOf(projection('A.apply', 1), projection('A.apply', 2), search)).toEqual([
      'A.apply is declared 2 times',
    ]);
  });

  it('may not be projections without an order, or with the same one', () => {
    const unordered = projection('A.apply', undefined as unknown as number);
    expect(faultsOf(unordered, search)).toEqual(['A.apply: a projection needs an order']);
    expect(faultsOf(projection('A.apply', 7), projection('B.apply', 7), search)).toEqual([
      'order 7 of projections is taken by A.apply and B.apply',
    ]);
  });

  it('may not both say what live rooms are told of one event', () => {
    const live = (name: string) => handler(name, ['ticket.created'], { as: 'live' });
    expect(faultsOf(projection('A.apply', 1), live('X.live'), live('Y.live'), search)).toEqual([
      'ticket.created: live messages come from X.live and Y.live',
    ]);
  });

  it('must be there for every event and every queue, once', () => {
    expect(faultsOf()).toEqual([
      'job queue search has no handler',
      'ticket.created has no handler',
      'ticket.changed has no handler',
    ]);
    const other = handler('Other.index', ['ticket.created'], { as: 'job', queue: 'search', concurrency: 1 });
    expect(faultsOf(projection('A.apply', 1), search, other)).toEqual([
      'job queue search: Search.index and Other.index',
    ]);
  });
});
