import type { TicketFilter } from '../api/types.js';

export interface ListedChange {
  number: string;
  queue: string;
  assigneeId: string | null;
}

/** Whether a change may alter a list: the ticket is in it, or may belong in it now. */
export function concerns(
  change: ListedChange,
  filter: TicketFilter,
  listed: ReadonlySet<string>,
  me: string | undefined,
): boolean {
  if (listed.has(change.number)) return true;
  // whether words or a requester fit is the server's to know; such lists are looked at, not waited on
  if (filter.q !== undefined || filter.requester !== undefined) return false;
  if (filter.queue !== undefined && filter.queue !== change.queue) return false;
  if (filter.assignee === 'me') return change.assigneeId === me;
  if (filter.assignee === 'none') return change.assigneeId === null;
  return filter.assignee === undefined || filter.assignee === change.assigneeId;
}
