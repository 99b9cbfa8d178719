import { useSearchParams } from 'react-router';
import { create } from 'zustand';
import type { TicketStatus } from '#wasl/contracts';
import type { TicketFilter } from '../api/types.js';

/** Which list is shown: mine, all that nobody has, those with messages to review, or what waits in one queue. */
export type View =
  { name: 'mine' } | { name: 'unassigned' } | { name: 'review' } | { name: 'queue'; key: string };

export const viewParam = (view: View): string => (view.name === 'queue' ? `queue:${view.key}` : view.name);

export function viewOf(param: string | null): View {
  if (param?.startsWith('queue:')) return { name: 'queue', key: param.slice('queue:'.length) };
  return { name: param === 'unassigned' || param === 'review' ? param : 'mine' };
}

/** `active` is what somebody may still have to work on. */
export type StatusChoice = TicketStatus | 'active' | 'any';

interface ListSettings {
  /** kept out of the address: what people search for is often a name or a telephone number */
  search: string;
  status: StatusChoice;
}
export const useListSettings = create<ListSettings>()(() => ({ search: '', status: 'active' }));

export function useView(): View {
  const [params] = useSearchParams();
  return viewOf(params.get('view'));
}

/** A search looks everywhere; otherwise the view says what is listed. */
export function useListFilter(): TicketFilter {
  const view = useView();
  const { search, status } = useListSettings();
  // who searches looks for old matters too, unless they choose a status
  if (search.trim() !== '')
    return { ...statusFilter(status === 'active' ? 'any' : status), q: search.trim() };
  // A stranger may write to a ticket that is long settled.
  if (view.name === 'review')
    return { ...statusFilter(status === 'active' ? 'any' : status), held: 'waiting' };
  const chosen = statusFilter(status);
  if (view.name === 'mine') return { ...chosen, assignee: 'me' };
  if (view.name === 'unassigned') return { ...chosen, assignee: 'none' };
  return { ...chosen, queue: view.key, assignee: 'none' };
}

const ACTIVE = 'new,open,pending';

const statusFilter = (choice: StatusChoice): TicketFilter =>
  choice === 'any' ? {} : { status: choice === 'active' ? ACTIVE : choice };
