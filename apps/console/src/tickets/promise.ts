import type { ClockKind } from '#wasl/contracts';
import type { Ticket, TicketPromise } from '../api/types.js';

/** One promise as it is shown: how it stands now, and how much time it leaves. */
export interface ShownPromise {
  clock: ClockKind;
  state: 'kept' | 'risk' | 'broken' | 'paused';
  dueAt: string;
  /** whom it waits for while it is paused */
  pausedFor?: 'requester' | 'entity' | 'third_party';
}

type Clocks = Pick<Ticket, 'status' | 'pendingOn' | 'createdAt' | 'firstResponseDueAt' | 'resolutionDueAt'>;

/** In the last fifth of its time a promise is at risk, as long as the clocks themselves are not read yet. */
const RISK_SHARE = 0.2;

/**
 * The promises that are still to be kept, the most pressing first: those that run by when they are due, then those that
 * stand still. Times pass between two readings, so the state is worked out for the moment of looking.
 */
export function openPromises(promises: readonly TicketPromise[], now: number): ShownPromise[] {
  return promises
    .filter(({ endedAt }) => endedAt === null)
    .map((promise) => shown(promise, now))
    .sort(
      (a, b) => Number(a.state === 'paused') - Number(b.state === 'paused') || a.dueAt.localeCompare(b.dueAt),
    );
}

function shown({ clock, state, dueAt, atRiskAt, pausedFor }: TicketPromise, now: number): ShownPromise {
  if (state === 'paused')
    return { clock, state, dueAt, ...(pausedFor && pausedFor !== 'settled' && { pausedFor }) };
  if (state === 'broken' || Date.parse(dueAt) <= now) return { clock, state: 'broken', dueAt };
  return { clock, state: Date.parse(atRiskAt) <= now ? 'risk' : 'kept', dueAt };
}

/** What the ticket alone says of its next promise, until its clocks are read; undefined when it has none left. */
export function guessedPromise(ticket: Clocks, now: number): ShownPromise | undefined {
  if (ticket.status === 'resolved' || ticket.status === 'closed') return undefined;
  const isAnswered = ticket.status !== 'new' || ticket.firstResponseDueAt === null;
  const dueAt = isAnswered ? ticket.resolutionDueAt : ticket.firstResponseDueAt;
  if (dueAt === null) return undefined;
  const clock = isAnswered ? 'resolution' : 'first_response';
  if (ticket.status === 'pending')
    return { clock, state: 'paused', dueAt, ...(ticket.pendingOn && { pausedFor: ticket.pendingOn }) };
  const due = Date.parse(dueAt);
  if (due <= now) return { clock, state: 'broken', dueAt };
  const whole = due - Date.parse(ticket.createdAt);
  return { clock, state: due - now < whole * RISK_SHARE ? 'risk' : 'kept', dueAt };
}
