import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys.js';
import { hasCode, hasStatus, Problem } from './problem.js';

/** After a 401 the session has ended elsewhere: the sign-in page appears at the same address. */
function onError(error: unknown): void {
  if (hasStatus(error, 401)) queryClient.setQueryData(queryKeys.session, null);
  // A second factor may have become mandatory for this role: reloading the session shows the enrolment page.
  if (hasCode(error, 'session.enrolment_required'))
    void queryClient.invalidateQueries({ queryKey: queryKeys.session });
}

/** Only network errors and 5xx responses are retried. */
const isTransient = (error: unknown) =>
  !(error instanceof Problem) || error.status === 0 || error.status >= 500;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isTransient(error),
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
