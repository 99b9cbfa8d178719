import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { keys } from '../api/keys.js';
import { hasStatus } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket, TicketPatch } from '../api/types.js';
import { tellFailed } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { changesBetween, type Conflict } from './conflict.js';
import { keepTicket } from './keep-ticket.js';

/** A change based on an outdated version is not written: the user sees what changed and decides. */
export function useTicketPatch(ticket: Ticket) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [conflict, setConflict] = useState<Conflict>();
  const patch = useMutation({
    mutationFn: ({ wanted, on }: { wanted: TicketPatch; on: Ticket }) =>
      ticketsApi.patch(on.number, on.version, wanted),
    onSuccess: keepTicket,
    onError: async (error, { wanted, on }) => {
      if (!hasStatus(error, 412)) return tellFailed(t('ticket.changeFailed'), problemText(error));
      const fresh = await queryClient.fetchQuery({
        queryKey: keys.ticket(on.number),
        queryFn: () => ticketsApi.read(on.number),
        staleTime: 0,
      });
      setConflict({ wanted, changes: changesBetween(on, fresh) });
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
    again: () => conflict && set(conflict.wanted),
    leave: () => setConflict(undefined),
  };
}
export type TicketPatching = ReturnType<typeof useTicketPatch>;
