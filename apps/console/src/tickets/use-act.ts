import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { tellDone, tellFailed } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { keepTicket } from './keep-ticket.js';

/** A mutation of a ticket; caches the result and notifies the user. */
export function useAct() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ run }: { run: () => Promise<Ticket>; done: string }) => run(),
    onSuccess: (ticket, { done }) => {
      keepTicket(ticket);
      tellDone(done);
    },
    onError: (error) => tellFailed(t('ticket.changeFailed'), problemText(error)),
  });
}
