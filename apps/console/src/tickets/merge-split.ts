import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import type { Ticket } from '../api/types.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { cacheTicket } from './cache-ticket.js';

const readAgain = (number: string) =>
  void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(number) });

/** Opens a ticket and keeps the current list. */
export function useOpenTicket(): (number: string) => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return (number) => void navigate({ pathname: `/tickets/${number}`, search });
}

/** Undoes a merge or a split and shows the result. */
export function useUnmerge() {
  const { t } = useTranslation();
  const showTicket = useOpenTicket();
  const problemText = useProblemText();
  const apart = async (run: () => Promise<Ticket>, with_: string, show: boolean) => {
    try {
      const ticket = await run();
      cacheTicket(ticket);
      readAgain(ticket.number);
      readAgain(with_);
      notifySuccess(t('done.separated'));
      if (show) showTicket(ticket.number);
    } catch (error) {
      notifyError(t('ticket.changeFailed'), problemText(error));
    }
  };
  return {
    /** separates the merged ticket again */
    unmerge: (number: string, survivor: string, show = true) =>
      void apart(() => ticketsApi.unmerge(number), survivor, show),
    /** merges a split-off ticket back */
    mergeBack: (number: string, into: string) =>
      void apart(() => ticketsApi.merge(number, into), number, true),
  };
}

/** After merging or separating, both tickets are refetched. */
export function refetchTickets(one: string, other: string): void {
  readAgain(one);
  readAgain(other);
  void queryClient.invalidateQueries({ queryKey: queryKeys.ticketLists });
}
