import type { Priority, Resolution } from '#wasl/contracts';
import { ticketsApi } from '../../api/api.js';
import { hasStatus } from '../../api/problem.js';
import type { Ticket } from '../../api/types.js';

/** Actions on many tickets at once. */
export type BulkAction = 'take' | 'assign' | 'transfer' | 'priority' | 'resolve';

export interface BulkForm {
  action: BulkAction;
  assignee: string | null;
  queue: string | null;
  priority: Priority;
  resolution: Resolution;
  note: string;
}

export const emptyBulkForm = (deed: BulkAction): BulkForm => ({
  action: deed,
  assignee: null,
  queue: null,
  priority: 'high',
  resolution: 'answered',
  note: '',
});

export function isComplete({ action, assignee, queue, note }: BulkForm): boolean {
  if (action === 'assign') return assignee !== null;
  if (action === 'transfer') return queue !== null;
  return action !== 'resolve' || note.trim() !== '';
}

/** Uses the same requests as the ticket's own page. */
export function bulkActionHandler(form: BulkForm, me: string): (ticket: Ticket) => Promise<Ticket> {
  const note = form.note.trim();
  switch (form.action) {
    case 'take':
      return ({ number }) => ticketsApi.assign(number, me);
    case 'assign':
      return ({ number }) => ticketsApi.assign(number, form.assignee);
    case 'transfer':
      return ({ number }) => ticketsApi.transfer(number, { queue: form.queue ?? '', ...(note && { note }) });
    case 'priority':
      return (ticket) => prioritise(ticket, form.priority);
    case 'resolve':
      return ({ number }) => ticketsApi.resolve(number, { note, resolution: form.resolution });
  }
}

/** The list may be stale: a conflict is retried unless somebody else has changed the priority. */
async function prioritise(seen: Ticket, priority: Priority): Promise<Ticket> {
  try {
    return await ticketsApi.patch(seen.number, seen.version, { priority });
  } catch (error) {
    if (!hasStatus(error, 412)) throw error;
    const fresh = await ticketsApi.read(seen.number);
    if (fresh.priority !== seen.priority) throw error;
    return ticketsApi.patch(fresh.number, fresh.version, { priority });
  }
}
