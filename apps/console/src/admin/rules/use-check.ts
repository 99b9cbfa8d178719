import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keys } from '../../api/keys.js';
import { type FieldProblem, Problem } from '../../api/problem.js';
import { type Rules, type Unserved, routingApi } from '../../api/routing-api.js';

const PATIENCE_MS = 400;

export interface Verdict {
  faults: FieldProblem[];
  unserved: Unserved[];
}
const FINE: Verdict = { faults: [], unserved: [] };

/** Validation of the draft by the api while it is edited: faults, and queues that nobody could serve. */
export function useCheck(rules: Rules): Verdict {
  const [asked] = useDebouncedValue(rules, PATIENCE_MS);
  const check = useQuery({
    queryKey: keys.rulesCheck(asked),
    queryFn: () =>
      routingApi.check(asked).then(
        ({ unserved }): Verdict => ({ faults: [], unserved }),
        (error: unknown): Verdict => {
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
