import type { DomainEvent } from './events.js';

/** Every job queue and the shape of its jobs. */
export interface JobPayloads {
  notifications: { events: DomainEvent[] };
  search: { events: DomainEvent[] };
  /** one run of the router over a pool of queues */
  routing: { pool: string };
  /** hand stored outgoing mails to the mail server */
  'mail-out': { outgoingMailIds: string[] };
  /** let clocks strike whose moment has come, or recompute them after a change of the rules */
  sla: { task: 'strike' | 'recompute' };
  /** hand stored texts to the gateway of SMS and WhatsApp */
  'text-out': { outgoingTextIds: string[] };
  /** reconcile what jobs may have lost: the sweeps of one interval */
  sweeps: { everyMs: number };
}

export type JobQueue = keyof JobPayloads;
export const JOB_QUEUES = [
  'notifications',
  'search',
  'routing',
  'mail-out',
  'sla',
  'text-out',
  'sweeps',
] as const satisfies JobQueue[];
