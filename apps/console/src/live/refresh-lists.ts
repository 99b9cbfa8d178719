import type { InfiniteData } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket, TicketFilter, User } from '../api/types.js';
import { concerns, type ListedChange } from './concerns.js';

/** Throttle: a visible list is refetched at most this often, however many tickets change. */
const THROTTLE_MS = 1_500;
let timer: ReturnType<typeof setTimeout> | undefined;
let changes: ListedChange[] = [];

/** Refetches only the lists that a change may affect, because many agents watch many queues. */
export function refreshLists(change: ListedChange): void {
  changes.push(change);
  timer ??= setTimeout(() => {
    const batch = changes;
    changes = [];
    timer = undefined;
    refetchAffectedLists(batch);
  }, THROTTLE_MS);
}

/** After a reconnect any list may be stale. */
export const refreshAllLists = (): void => void queryClient.invalidateQueries({ queryKey: keys.ticketLists });

function refetchAffectedLists(batch: ListedChange[]): void {
  const me = queryClient.getQueryData<User | null>(keys.session)?.id;
  void queryClient.invalidateQueries({
    queryKey: keys.ticketLists,
    predicate: ({ queryKey, state }) => {
      const pages = (state.data as InfiniteData<{ data: Ticket[] }> | undefined)?.pages ?? [];
      const listed = new Set(pages.flatMap((page) => page.data.map(({ number }) => number)));
      const filter = (queryKey[1] ?? {}) as TicketFilter;
      return batch.some((change) => concerns(change, filter, listed, me));
    },
  });
}
