import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { secondFactorApi } from '../api/second-factor-api.js';

/** The user's second factors. */
export const useSecondFactor = () =>
  useQuery({ queryKey: keys.secondFactor, queryFn: () => secondFactorApi.status() });

/** Invalidates the cached second factors after a change. */
export function useFactorsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: keys.secondFactor });
    void queries.invalidateQueries({ queryKey: keys.passkeys });
  };
}
