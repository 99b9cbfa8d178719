import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { staffApi } from '../../api/admin-api.js';
import { queryKeys } from '../../api/query-keys.js';
import { hasCode } from '../../api/problem.js';
import { rosterApi, type Shift, type ShiftDraft } from '../../api/routing-api.js';
import { haveSameShifts, draftOf, isSameShift, shiftsOn } from './shifts.js';
import { addDays, dayOf, DAYS_IN_WEEK, momentOf } from '../../i18n/zoned-time.js';

/** The zone is known only from the first answer; until then the request covers a day more on both sides. */
export function useWeek(week: string) {
  const [from, to] = [`${addDays(week, -1)}T00:00:00Z`, `${addDays(week, DAYS_IN_WEEK + 1)}T00:00:00Z`];
  return useQuery({
    queryKey: queryKeys.roster(from, to),
    queryFn: () => rosterApi.list(from, to),
    staleTime: 0,
  });
}

export const useAdherence = (from: string, to: string) =>
  useQuery({
    queryKey: queryKeys.adherence(from, to),
    queryFn: async () => (await rosterApi.adherence(from, to)).data,
    staleTime: 0,
  });

export const useStaff = () =>
  useQuery({ queryKey: queryKeys.staff, queryFn: async () => (await staffApi.staff()).data });

export interface DayChange {
  agent: string;
  day: string;
  /** the agent's shifts of the day when the dialog was opened */
  seen: Shift[];
  /** the shift that is replaced or removed; null when one is added */
  before: Shift | null;
  after: ShiftDraft | null;
}

/** Somebody else has changed the same agent's day meanwhile. */
export class RosterConflictError extends Error {
  override readonly name = 'RosterConflictError';
  constructor(
    /** the shifts now stored */
    readonly current: Shift[],
  ) {
    super('the shifts have changed since they were loaded');
  }
}

/** Number of attempts when the roster version changes between reading and writing. */
const MAX_ATTEMPTS = 5;

/**
 * Changes one shift. The api replaces a whole period, so only this day is written, based on its current shifts. Changes
 * that others made to other days or agents are kept; a change of this agent's day raises an error instead of being
 * overwritten.
 */
export function useChangeDay(zone: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ agent, day, seen, before, after }: DayChange) => {
      const [from, to] = [momentOf(day, '00:00', zone), momentOf(day, '24:00', zone)];
      for (let left = MAX_ATTEMPTS; ; left--) {
        const { data, meta } = await rosterApi.list(from, to);
        const now = shiftsOn(data, agent, day, zone);
        if (!haveSameShifts(now, seen)) throw new RosterConflictError(now);
        const stay = data.filter(
          (shift) => dayOf(shift.from, zone) === day && !(before && isSameShift(shift, before)),
        );
        const shifts = [...stay.map(draftOf), ...(after ? [after] : [])];
        try {
          return await rosterApi.replace(from, to, meta.version, shifts);
        } catch (error) {
          if (!hasCode(error, 'roster.changed') || left === 1) throw error;
        }
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.allRosters }),
  });
}

const boundsOf = (week: string, zone: string): [from: string, to: string] => [
  momentOf(week, '00:00', zone),
  momentOf(addDays(week, DAYS_IN_WEEK), '00:00', zone),
];

/** The version of a week, read when replacing begins and again after a conflict. */
export const useWeekVersion = (week: string, zone: string) =>
  useQuery({
    queryKey: queryKeys.rosterVersion(week),
    queryFn: async () => (await rosterApi.list(...boundsOf(week, zone))).meta.version,
    staleTime: Infinity,
    gcTime: 0,
  });

/** Replaces all shifts of a week if its version is unchanged. */
export function useReplaceWeek(week: string, zone: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ seen, shifts }: { seen: string; shifts: ShiftDraft[] }) =>
      rosterApi.replace(...boundsOf(week, zone), seen, shifts),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.allRosters }),
  });
}
