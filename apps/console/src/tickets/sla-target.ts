import type { ClockKind } from '#wasl/contracts';
import type { Ticket, TicketSlaTarget } from '../api/types.js';

/** An SLA target at a point in time: its state and due time. */
export interface SlaTargetView {
  clock: ClockKind;
  state: 'kept' | 'risk' | 'broken' | 'paused';
  dueAt: string;
  /** whom the ticket is pending on while the clock is paused */
  pausedFor?: 'requester' | 'entity' | 'third_party';
}

type Clocks = Pick<Ticket, 'status' | 'pendingOn' | 'createdAt' | 'firstResponseDueAt' | 'resolutionDueAt'>;

/** Estimate until the clocks are loaded: a target is at risk in the last fifth of its time. */
const RISK_SHARE = 0.2;

/**
 * Open SLA targets, most urgent first: running ones by due time, then paused ones. The state is recomputed for `now`,
 * because it changes between two fetches.
 */
export function openSlaTargets(promises: readonly TicketSlaTarget[], now: number): SlaTargetView[] {
  return promises
    .filter(({ endedAt }) => endedAt === null)
    .map((promise) => viewOf(promise, now))
    .sort(
      (a, b) => Number(a.state === 'paused') - Number(b.state === 'paused') || a.dueAt.localeCompare(b.dueAt),
    );
}

function viewOf({ clock, state, dueAt, atRiskAt, pausedFor }: TicketSlaTarget, now: number): SlaTargetView {
  if (state === 'paused')
    return { clock, state, dueAt, ...(pausedFor && pausedFor !== 'settled' && { pausedFor }) };
  if (state === 'broken' || Date.parse(dueAt) <= now) return { clock, state: 'broken', dueAt };
  return { clock, state: Date.parse(atRiskAt) <= now ? 'risk' : 'kept', dueAt };
}

/** The next SLA target estimated from the ticket alone, until its clocks are loaded; undefined when it has none left. */
export function estimatedSlaTarget(ticket: Clocks, now: number): SlaTargetView | undefined {
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
