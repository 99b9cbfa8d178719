import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keys } from './keys.js';
import { hasCode, hasStatus, Problem } from './problem.js';

/** The session ended elsewhere: the page falls back to signing in, where it stands. */
function onError(error: unknown): void {
  if (hasStatus(error, 401)) queryClient.setQueryData(keys.session, null);
  // A second factor was required of this role meanwhile: the session tells, and its page follows.
  if (hasCode(error, 'session.enrolment_required'))
    void queryClient.invalidateQueries({ queryKey: keys.session });
}

/** A refusal stays a refusal; only a cut line or a server that is not well is worth asking again. */
const isPassing = (error: unknown) =>
  !(error instanceof Problem) || error.status === 0 || error.status >= 500;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && isPassing(error),
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
