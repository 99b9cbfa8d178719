import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Counter, counterApi } from '../api/counter-api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Polling interval of the waiting list. */
const POLL_INTERVAL_MS = 4_000;

export const useCounter = () =>
  useQuery({
    queryKey: queryKeys.counter,
    queryFn: () => counterApi.mine(),
    refetchInterval: POLL_INTERVAL_MS,
  });

export const refetchCounter = () => queryClient.invalidateQueries({ queryKey: queryKeys.counter });

/** A mutation at the desk; the counter is refetched whatever the outcome. */
export function useCounterMutation<Given = void>(run: (given: Given) => Promise<unknown>) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: run,
    onError: (error) => notifyError(t('counter.failed'), problemText(error)),
    onSettled: refetchCounter,
  });
}

export const cacheCounter = (counter: Counter) => queryClient.setQueryData(queryKeys.counter, counter);
