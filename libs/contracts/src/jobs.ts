import type { DomainEvent } from './events.js';

/** Every job queue and the shape of its jobs. */
export interface JobPayloads {
  notifications: { events: DomainEvent[] };
  search: { events: DomainEvent[] };
  /** one run of the router over a pool of queues */
  routing: { pool: string };
  /** send stored outgoing mails to the mail server */
  'mail-out': { outgoingMailIds: string[] };
  /** hand stored texts to the gateway of SMS and WhatsApp */
  'text-out': { outgoingTextIds: string[] };
}

export type JobQueue = keyof JobPayloads;
export const JOB_QUEUES = [
  'notifications',
  'search',
  'routing',
  'mail-out',
  'text-out',
] as const satisfies JobQueue[];

/** Queues whose jobs are batches of events; each has one handler, declared with `@OnEvent`. */
export const EVENT_JOB_QUEUES = ['notifications', 'search'] as const satisfies JobQueue[];
export type EventJobQueue = (typeof EVENT_JOB_QUEUES)[number];
