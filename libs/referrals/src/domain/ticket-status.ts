import type { PendingOn, ReferralState, TicketStatus } from '#wasl/contracts';
import { isLive } from './referral-lifecycle.js';

/** Of each part of a ticket, the latest referral. */
export interface PartState {
  state: ReferralState;
  /** the entity waits for an answer of the centre */
  asked: boolean;
}

export interface StatusPlan {
  status?: TicketStatus;
  pendingOn?: PendingOn;
}

/** Whether nobody of the centre has to do anything until an entity does something. */
export function waitsForEntity(parts: readonly PartState[]): boolean {
  const live = parts.filter(({ state }) => isLive(state));
  const isBack = parts.some(({ state }) => state === 'returned');
  return live.length > 0 && !isBack && !live.some(({ asked }) => asked);
}

/**
 * The status of a ticket after a change of its referrals. It waits for the entity from the moment it is sent (or its
 * question answered), and is opened when there is nothing to wait for or something came back. In between an agent or the
 * requester may have opened it: then it is left to them.
 * @param waitsFromNow whether the change is one after which the ticket begins to wait
 */
export function statusPlan(
  ticket: { status: TicketStatus; pendingOn: PendingOn | null },
  parts: readonly PartState[],
  waitsFromNow: boolean,
): StatusPlan {
  const { status, pendingOn } = ticket;
  if (status === 'resolved' || status === 'closed') return {};
  if (waitsForEntity(parts)) return waitsFromNow ? { status: 'pending', pendingOn: 'entity' } : {};
  return status === 'pending' && pendingOn === 'entity' ? { status: 'open' } : {};
}
