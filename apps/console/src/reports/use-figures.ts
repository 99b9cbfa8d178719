import { useQuery } from '@tanstack/react-query';
import { reportsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';

const HOUR = 3_600_000;

/** Names and formulas of the figures. */
export const useFigures = () =>
  useQuery({
    queryKey: queryKeys.figures,
    queryFn: async () => (await reportsApi.figures()).data,
    staleTime: HOUR,
  });
