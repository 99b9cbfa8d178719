import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../api/query-keys.js';
import { secondFactorApi } from '../api/second-factor-api.js';

/** The user's second factors. */
export const useSecondFactor = () =>
  useQuery({ queryKey: queryKeys.secondFactor, queryFn: () => secondFactorApi.status() });

/** Invalidates the cached second factors after a change. */
export function useInvalidateSecondFactor(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: queryKeys.secondFactor });
    void queries.invalidateQueries({ queryKey: queryKeys.passkeys });
  };
}
