import type { TicketStatus, WorkState } from '#wasl/contracts';

/** The current open work item of a ticket. */
export interface OpenWork {
  state: Exclude<WorkState, 'done'>;
  queueId: string;
  agentId: string | null;
}

/** What in a ticket decides about its work. */
export interface WorkNeed {
  status: TicketStatus;
  queueId: string;
  assigneeId: string | null;
  /** the assignee is not at work at all */
  ownerIsOffline: boolean;
  /** the assignee was chosen just now, and gets it even when not at work */
  assignedNow: boolean;
  /** the ticket's service is restricted to groups without the assignee, who cannot go on with it */
  isClosedToOwner: boolean;
}

export type WorkPlan =
  | { do: 'nothing' }
  | { do: 'finish' }
  | { do: 'wait'; stickyAgentId: string | null }
  | { do: 'assign'; agentId: string };

/**
 * What must happen to a ticket's work. None is needed unless an agent must act. With an owner at work it is assigned to
 * the owner. Otherwise it waits in the ticket's queue, preferring the owner.
 */
export function planWork(need: WorkNeed, open: OpenWork | null): WorkPlan {
  if (need.status !== 'new' && need.status !== 'open') return open ? { do: 'finish' } : { do: 'nothing' };
  const awaitsOwner = need.ownerIsOffline && !need.assignedNow && open?.state !== 'assigned';
  if (need.assigneeId && !awaitsOwner && !need.isClosedToOwner) {
    const inHand =
      open?.state === 'assigned' && open.agentId === need.assigneeId && open.queueId === need.queueId;
    return inHand ? { do: 'nothing' } : { do: 'assign', agentId: need.assigneeId };
  }
  const waits = open && open.state !== 'assigned' && open.queueId === need.queueId;
  return waits
    ? { do: 'nothing' }
    : { do: 'wait', stickyAgentId: need.isClosedToOwner ? null : need.assigneeId };
}
