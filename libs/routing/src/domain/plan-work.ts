import type { TicketStatus, WorkState } from '#wasl/contracts';

/** The open work of a ticket, as it is. */
export interface OpenWork {
  state: Exclude<WorkState, 'done'>;
  queueId: string;
  agentId: string | null;
}

/** What of a ticket decides about its work. */
export interface WorkNeed {
  status: TicketStatus;
  queueId: string;
  assigneeId: string | null;
  /** the assignee is not at work at all */
  ownerIsOffline: boolean;
  /** somebody has just chosen the assignee, who gets it even when not at work */
  assignedNow: boolean;
}

export type WorkPlan =
  | { do: 'nothing' }
  | { do: 'finish' }
  | { do: 'wait'; stickyAgentId: string | null }
  | { do: 'assign'; agentId: string };

/**
 * What must become of a ticket's work: none is needed unless a person of ours must act; with an owner at work it is in
 * the owner's hands; otherwise it waits in the ticket's queue, preferring the owner.
 */
export function planWork(need: WorkNeed, open: OpenWork | null): WorkPlan {
  if (need.status !== 'new' && need.status !== 'open') return open ? { do: 'finish' } : { do: 'nothing' };
  const awaitsOwner = need.ownerIsOffline && !need.assignedNow && open?.state !== 'assigned';
  if (need.assigneeId && !awaitsOwner) {
    const inHand =
      open?.state === 'assigned' && open.agentId === need.assigneeId && open.queueId === need.queueId;
    return inHand ? { do: 'nothing' } : { do: 'assign', agentId: need.assigneeId };
  }
  const waits = open && open.state !== 'assigned' && open.queueId === need.queueId;
  return waits ? { do: 'nothing' } : { do: 'wait', stickyAgentId: need.assigneeId };
}
