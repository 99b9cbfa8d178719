import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { secondFactorApi } from '../api/second-factor-api.js';

/** What the caller has beside the password. */
export const useSecondFactor = () =>
  useQuery({ queryKey: keys.secondFactor, queryFn: () => secondFactorApi.status() });

/** After a change: what is shown of it is asked for again. */
export function useFactorsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: keys.secondFactor });
    void queries.invalidateQueries({ queryKey: keys.passkeys });
  };
}
