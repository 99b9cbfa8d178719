import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { cacheTicket } from './cache-ticket.js';

/** A mutation of a ticket; caches the result and notifies the user. */
export function useTicketAction() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ run }: { run: () => Promise<Ticket>; done: string }) => run(),
    onSuccess: (ticket, { done }) => {
      cacheTicket(ticket);
      notifySuccess(done);
    },
    onError: (error) => notifyError(t('ticket.changeFailed'), problemText(error)),
  });
}
