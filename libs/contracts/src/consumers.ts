import type { EventType } from './events.js';

/**
 * Who is told of what through job queues. The outbox dispatcher adds each event to the job queue of every consumer
 * listed here; a consumer may see an event twice and must not mind. The live rooms and counters are not in this
 * list: the dispatcher projects every event into them itself, in order, in the transaction that takes it out.
 */
export const CONSUMERS = {
  /** mail and other notices to the requester, and to those who follow a public report */
  notifications: [
    'ticket.created',
    'ticket.changed',
    'message.added',
    'tracking.code_requested',
    'ticket.contact_changed',
    'text.keyword',
    'password.reset_asked',
    'account.security_changed',
    'chat.ended',
    'follower.asked',
  ],
  /** the words by which tickets are found */
  search: ['ticket.created', 'message.added'],
  /** wakes the router; carries no data, because truth is in the tables */
  routing: ['work.changed', 'presence.changed'],
} as const satisfies Record<string, readonly EventType[]>;

export type Consumer = keyof typeof CONSUMERS;
