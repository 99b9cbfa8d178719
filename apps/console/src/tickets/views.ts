import { useSearchParams } from 'react-router';
import { create } from 'zustand';
import type { TicketStatus } from '#wasl/contracts';
import type { TicketFilter } from '../api/types.js';
import { onUserGone } from '../session/bind-user.js';

/** The ticket lists: mine, unassigned, with held messages to review, all that one may read, or one queue. */
export type View =
  | { name: 'mine' }
  | { name: 'unassigned' }
  | { name: 'review' }
  | { name: 'all' }
  | { name: 'queue'; key: string };

export const viewParam = (view: View): string => (view.name === 'queue' ? `queue:${view.key}` : view.name);

export function viewOf(param: string | null): View {
  if (param?.startsWith('queue:')) return { name: 'queue', key: param.slice('queue:'.length) };
  return { name: param === 'unassigned' || param === 'review' || param === 'all' ? param : 'mine' };
}

/** `active`: tickets that may still need work. */
export type StatusChoice = TicketStatus | 'active' | 'any';

interface ListSettings {
  /** not in the URL, because searches often contain names or telephone numbers */
  search: string;
  status: StatusChoice;
}
export const useListSettings = create<ListSettings>()(() => ({ search: '', status: 'active' }));

export function useView(): View {
  const [params] = useSearchParams();
  return viewOf(params.get('view'));
}

/** A search covers all tickets; otherwise the view defines the list. */
export function useListFilter(): TicketFilter {
  const view = useView();
  const { search, status } = useListSettings();
  // a search includes closed tickets unless a status is chosen
  if (search.trim() !== '')
    return { ...statusFilter(status === 'active' ? 'any' : status), q: search.trim() };
  // Held mail may arrive on closed tickets.
  if (view.name === 'review')
    return { ...statusFilter(status === 'active' ? 'any' : status), held: 'waiting' };
  const chosen = statusFilter(status);
  if (view.name === 'mine') return { ...chosen, assignee: 'me' };
  if (view.name === 'all') return chosen;
  if (view.name === 'unassigned') return { ...chosen, assignee: 'none' };
  return { ...chosen, queue: view.key, assignee: 'none' };
}

const ACTIVE = 'new,open,pending';

const statusFilter = (choice: StatusChoice): TicketFilter =>
  choice === 'any' ? {} : { status: choice === 'active' ? ACTIVE : choice };

onUserGone(() => useListSettings.setState(useListSettings.getInitialState()));
