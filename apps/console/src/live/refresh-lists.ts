import type { InfiniteData } from '@tanstack/react-query';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket, TicketFilter, User } from '../api/types.js';
import { mayAffectList, type TicketListChange } from './affects-list.js';

/** Throttle: a visible list is refetched at most this often, however many tickets change. */
const THROTTLE_MS = 1_500;
let timer: ReturnType<typeof setTimeout> | undefined;
let changes: TicketListChange[] = [];

/** Refetches only the lists that a change may affect, because many agents watch many queues. */
export function refreshLists(change: TicketListChange): void {
  changes.push(change);
  timer ??= setTimeout(() => {
    const batch = changes;
    changes = [];
    timer = undefined;
    refetchAffectedLists(batch);
  }, THROTTLE_MS);
}

/** After a reconnect any list may be stale. */
export const refreshAllLists = (): void =>
  void queryClient.invalidateQueries({ queryKey: queryKeys.ticketLists });

function refetchAffectedLists(batch: TicketListChange[]): void {
  const me = queryClient.getQueryData<User | null>(queryKeys.session)?.id;
  void queryClient.invalidateQueries({
    queryKey: queryKeys.ticketLists,
    predicate: ({ queryKey, state }) => {
      const pages = (state.data as InfiniteData<{ data: Ticket[] }> | undefined)?.pages ?? [];
      const listed = new Set(pages.flatMap((page) => page.data.map(({ number }) => number)));
      const filter = (queryKey[1] ?? {}) as TicketFilter;
      return batch.some((change) => mayAffectList(change, filter, listed, me));
    },
  });
}
