import type { EventType } from './events.js';

/**
 * Who is told of what. The outbox dispatcher moves each event to the job queue of every consumer listed here; a
 * process that starts without a handler for a consumer it serves stops at once.
 */
export const CONSUMERS = {
  /** live rooms and the counters behind them, in order, one at a time */
  live: [
    'ticket.created',
    'ticket.changed',
    'message.added',
    'work.changed',
    'offer.made',
    'offer.closed',
    'presence.changed',
    'call.ringing',
    'call.answered',
    'call.ended',
    'viewer.changed',
    'mail.failed',
  ],
  /** mail and other notices to the requester */
  notifications: ['ticket.created', 'ticket.changed', 'message.added'],
  /** wakes the router; carries no data, because truth is in the tables */
  routing: ['work.changed', 'presence.changed'],
} as const satisfies Record<string, readonly EventType[]>;

export type Consumer = keyof typeof CONSUMERS;
