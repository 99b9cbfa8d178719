import type { DomainEvent } from '#wasl/contracts';
import type { Tx } from '../database/tx.js';

/**
 * What is kept from events, written in the very transaction that takes them out of the outbox: in order, and exactly
 * once. Returned is what to do when that transaction has committed; it may be lost with the process.
 */
export interface Projection {
  project(tx: Pick<Tx, 'query' | 'send' | 'now'>, events: DomainEvent[]): Promise<() => void>;
}
export const PROJECTION = Symbol('PROJECTION');
