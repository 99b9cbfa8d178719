import type { Ticket } from '../api/types.js';

export interface TicketPromise {
  clock: 'response' | 'resolution';
  state: 'kept' | 'risk' | 'broken' | 'paused';
  dueAt: string;
}

type Clocks = Pick<Ticket, 'status' | 'createdAt' | 'firstResponseDueAt' | 'resolutionDueAt'>;

/** In the last fifth of its time a promise is at risk. */
const RISK_SHARE = 0.2;

/** The promise that is due next, or undefined when the ticket has none left to keep. */
export function promiseOf(ticket: Clocks, now: number): TicketPromise | undefined {
  if (ticket.status === 'resolved' || ticket.status === 'closed') return undefined;
  const isAnswered = ticket.status !== 'new' || ticket.firstResponseDueAt === null;
  const dueAt = isAnswered ? ticket.resolutionDueAt : ticket.firstResponseDueAt;
  if (dueAt === null) return undefined;
  const clock = isAnswered ? 'resolution' : 'response';
  if (ticket.status === 'pending') return { clock, state: 'paused', dueAt };
  const due = Date.parse(dueAt);
  if (due <= now) return { clock, state: 'broken', dueAt };
  const whole = due - Date.parse(ticket.createdAt);
  return { clock, state: due - now < whole * RISK_SHARE ? 'risk' : 'kept', dueAt };
}
