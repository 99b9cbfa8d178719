import type { TicketFilter } from '../api/types.js';

export interface TicketListChange {
  number: string;
  queue: string;
  assigneeId: string | null;
}

/** Whether a change may affect a list: it contains the ticket, or may contain it now. */
export function mayAffectList(
  change: TicketListChange,
  filter: TicketFilter,
  listed: ReadonlySet<string>,
  me: string | undefined,
): boolean {
  if (listed.has(change.number)) return true;
  // only the server can decide whether a search or requester matches, so such lists do not update live
  if (filter.q !== undefined || filter.requester !== undefined) return false;
  if (filter.queue !== undefined && filter.queue !== change.queue) return false;
  if (filter.assignee === 'me') return change.assigneeId === me;
  if (filter.assignee === 'none') return change.assigneeId === null;
  return filter.assignee === undefined || filter.assignee === change.assigneeId;
}
