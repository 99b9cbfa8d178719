import { useQuery } from '@tanstack/react-query';
import { reportsApi } from '../api/api.js';
import { keys } from '../api/keys.js';

const HOUR = 3_600_000;

/** What each figure is called and how it is made. */
export const useFigures = () =>
  useQuery({
    queryKey: keys.figures,
    queryFn: async () => (await reportsApi.figures()).data,
    staleTime: HOUR,
  });
