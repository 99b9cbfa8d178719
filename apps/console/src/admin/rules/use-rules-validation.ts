import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys.js';
import { type FieldProblem, Problem } from '../../api/problem.js';
import { type Rules, type Unserved, routingApi } from '../../api/routing-api.js';

const PATIENCE_MS = 400;

export interface RulesValidation {
  faults: FieldProblem[];
  unserved: Unserved[];
}
const FINE: RulesValidation = { faults: [], unserved: [] };

/** Validation of the draft by the api while it is edited: faults, and queues that nobody could serve. */
export function useRulesValidation(rules: Rules): RulesValidation {
  const [asked] = useDebouncedValue(rules, PATIENCE_MS);
  const check = useQuery({
    queryKey: queryKeys.rulesCheck(asked),
    queryFn: () =>
      routingApi.check(asked).then(
        ({ unserved }): RulesValidation => ({ faults: [], unserved }),
        (error: unknown): RulesValidation => {
          if (error instanceof Problem && error.errors.length > 0)
            return { faults: error.errors, unserved: [] };
          throw error;
        },
      ),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return check.data ?? FINE;
}
