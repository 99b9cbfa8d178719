import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { hasStatus } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket, TicketPatch } from '../api/types.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { changesBetween, type Conflict } from './conflict.js';
import { cacheTicket } from './cache-ticket.js';

/** A change based on an outdated version is not written: the user sees what changed and decides. */
export function useTicketPatch(ticket: Ticket) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [conflict, setConflict] = useState<Conflict>();
  const patch = useMutation({
    mutationFn: ({ wanted, on }: { wanted: TicketPatch; on: Ticket }) =>
      ticketsApi.patch(on.number, on.version, wanted),
    onSuccess: cacheTicket,
    onError: async (error, { wanted, on }) => {
      if (!hasStatus(error, 412)) return notifyError(t('ticket.changeFailed'), problemText(error));
      const fresh = await queryClient.fetchQuery({
        queryKey: queryKeys.ticket(on.number),
        queryFn: () => ticketsApi.read(on.number),
        staleTime: 0,
      });
      setConflict({ attempted: wanted, changes: changesBetween(on, fresh) });
    },
  });
  const set = (wanted: TicketPatch) => {
    setConflict(undefined);
    patch.mutate({ wanted, on: ticket });
  };
  return {
    set,
    isPending: patch.isPending,
    conflict,
    again: () => conflict && set(conflict.attempted),
    leave: () => setConflict(undefined),
  };
}
export type TicketPatching = ReturnType<typeof useTicketPatch>;
