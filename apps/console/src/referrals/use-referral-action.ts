import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client.js';
import { queryKeys } from '../api/query-keys.js';
import { notifyError, notifySuccess } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** A referral changed: what shows it, or its ticket, is read again. */
export function refetchReferral(ticket: string): void {
  void queryClient.invalidateQueries({ queryKey: queryKeys.referrals });
  void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(ticket) });
}

interface Action {
  ticket: string;
  run: () => Promise<unknown>;
  done: string;
}

/** Runs an action on a referral and says what came of it. */
export function useReferralAction(onDone?: () => void) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ run }: Action) => run(),
    onSuccess: (_answer, { done }) => {
      notifySuccess(done);
      onDone?.();
    },
    onError: (error) => {
      // A dialog shows its own error, beside what was typed.
      if (!onDone) notifyError(t('referral.failed'), problemText(error));
    },
    onSettled: (_answer, _error, { ticket }) => refetchReferral(ticket),
  });
}
