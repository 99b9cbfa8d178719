import type { Priority } from '#wasl/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsApi } from '../api/api.js';
import { keys } from '../api/keys.js';
import { hasStatus } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket } from '../api/types.js';
import { tellFailed } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { changesBetween, type Conflict } from './conflict.js';
import { keepTicket } from './keep-ticket.js';

/** A change made on a version that is no longer the last is not written: the reader sees what changed and decides. */
export function usePriorityChange(ticket: Ticket) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [conflict, setConflict] = useState<Conflict<Priority>>();
  const patch = useMutation({
    mutationFn: ({ priority, on }: { priority: Priority; on: Ticket }) =>
      ticketsApi.patch(on.number, on.version, { priority }),
    onSuccess: keepTicket,
    onError: async (error, { priority, on }) => {
      if (!hasStatus(error, 412)) return tellFailed(t('ticket.changeFailed'), problemText(error));
      const fresh = await queryClient.fetchQuery({
        queryKey: keys.ticket(on.number),
        queryFn: () => ticketsApi.read(on.number),
        staleTime: 0,
      });
      setConflict({ wanted: priority, changes: changesBetween(on, fresh) });
    },
  });
  const set = (priority: Priority) => {
    setConflict(undefined);
    patch.mutate({ priority, on: ticket });
  };
  return {
    set,
    isPending: patch.isPending,
    conflict,
    again: () => conflict && set(conflict.wanted),
    leave: () => setConflict(undefined),
  };
}
