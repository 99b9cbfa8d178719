import type { InfiniteData } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket, TicketFilter, User } from '../api/types.js';
import { concerns, type ListedChange } from './concerns.js';

/** However many tickets change at once, a list on the screen is read again at most this often. */
const PAUSE = 1_500;
let waiting: ReturnType<typeof setTimeout> | undefined;
let changes: ListedChange[] = [];

/** Reads again those lists that a change may have altered, and no others: many agents watch many queues. */
export function refreshLists(change: ListedChange): void {
  changes.push(change);
  waiting ??= setTimeout(() => {
    const since = changes;
    changes = [];
    waiting = undefined;
    refreshConcerned(since);
  }, PAUSE);
}

/** After a cut line nobody knows what changed meanwhile. */
export const refreshAllLists = (): void => void queryClient.invalidateQueries({ queryKey: keys.ticketLists });

function refreshConcerned(since: ListedChange[]): void {
  const me = queryClient.getQueryData<User | null>(keys.session)?.id;
  void queryClient.invalidateQueries({
    queryKey: keys.ticketLists,
    predicate: ({ queryKey, state }) => {
      const pages = (state.data as InfiniteData<{ data: Ticket[] }> | undefined)?.pages ?? [];
      const listed = new Set(pages.flatMap((page) => page.data.map(({ number }) => number)));
      const filter = (queryKey[1] ?? {}) as TicketFilter;
      return since.some((change) => concerns(change, filter, listed, me));
    },
  });
}
