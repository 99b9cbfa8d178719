import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Counter, counterApi } from '../api/counter-api.js';
import { keys } from '../api/keys.js';
import { queryClient } from '../api/query-client.js';
import { tellFailed } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** Polling interval of the waiting list. */
const POLL_INTERVAL_MS = 4_000;

export const useCounter = () =>
  useQuery({ queryKey: keys.counter, queryFn: () => counterApi.mine(), refetchInterval: POLL_INTERVAL_MS });

export const lookAgain = () => queryClient.invalidateQueries({ queryKey: keys.counter });

/** A mutation at the desk; the counter is refetched whatever the outcome. */
export function useDeed<Given = void>(run: (given: Given) => Promise<unknown>) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: run,
    onError: (error) => tellFailed(t('counter.failed'), problemText(error)),
    onSettled: lookAgain,
  });
}

export const keepCounter = (counter: Counter) => queryClient.setQueryData(keys.counter, counter);
