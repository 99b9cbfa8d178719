import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket } from '../api/types.js';

/** Puts the response of a write into the cache at once; lists and history are refetched. */
export function cacheTicket(ticket: Ticket): void {
  queryClient.setQueryData<Ticket>(queryKeys.ticket(ticket.number), (held) =>
    held && held.version > ticket.version ? held : ticket,
  );
  void queryClient.invalidateQueries({ queryKey: queryKeys.history(ticket.number) });
  void queryClient.invalidateQueries({ queryKey: queryKeys.ticketLists });
}
