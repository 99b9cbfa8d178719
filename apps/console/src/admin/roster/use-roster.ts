import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deskApi } from '../../api/admin-api.js';
import { keys } from '../../api/keys.js';
import { hasCode } from '../../api/problem.js';
import { rosterApi, type Shift, type ShiftDraft } from '../../api/routing-api.js';
import { areAlike, draftOf, isSame, shiftsOn } from './shifts.js';
import { addDays, dayOf, DAYS_IN_WEEK, momentOf } from './zoned.js';

/** The zone is only known from the first answer; until then the week is asked for with a day to spare at both ends. */
export function useWeek(week: string) {
  const [from, to] = [`${addDays(week, -1)}T00:00:00Z`, `${addDays(week, DAYS_IN_WEEK + 1)}T00:00:00Z`];
  return useQuery({ queryKey: keys.roster(from, to), queryFn: () => rosterApi.list(from, to), staleTime: 0 });
}

export const useAdherence = (from: string, to: string) =>
  useQuery({
    queryKey: keys.adherence(from, to),
    queryFn: async () => (await rosterApi.adherence(from, to)).data,
    staleTime: 0,
  });

export const useStaff = () =>
  useQuery({ queryKey: keys.staff, queryFn: async () => (await deskApi.staff()).data });

export interface DayChange {
  agent: string;
  day: string;
  /** the agent's shifts of the day as they were when the change was thought of */
  seen: Shift[];
  /** the shift that is replaced or removed; null when one is added */
  before: Shift | null;
  after: ShiftDraft | null;
}

/** Somebody else has changed the same agent's day. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  constructor(
    /** what stands there */
    readonly now: Shift[],
  ) {
    super('the shifts are not those that were seen');
  }
}

/** How often what others do to the same day at the same moment is made room for. */
const TRIES = 5;

/**
 * Changes one shift. The api replaces a period as a whole, so only the day is written, from what stands there at that
 * moment: what a colleague does to another day or another agent meanwhile is not touched, and of what they did to this
 * one nothing is written over unseen.
 */
export function useChangeDay(zone: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ agent, day, seen, before, after }: DayChange) => {
      const [from, to] = [momentOf(day, '00:00', zone), momentOf(day, '24:00', zone)];
      for (let left = TRIES; ; left--) {
        const { data, meta } = await rosterApi.list(from, to);
        const now = shiftsOn(data, agent, day, zone);
        if (!areAlike(now, seen)) throw new ChangedMeanwhile(now);
        const stay = data.filter(
          (shift) => dayOf(shift.from, zone) === day && !(before && isSame(shift, before)),
        );
        const shifts = [...stay.map(draftOf), ...(after ? [after] : [])];
        try {
          return await rosterApi.replace(from, to, meta.version, shifts);
        } catch (error) {
          if (!hasCode(error, 'roster.changed') || left === 1) throw error;
        }
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.allRosters }),
  });
}

const boundsOf = (week: string, zone: string): [from: string, to: string] => [
  momentOf(week, '00:00', zone),
  momentOf(addDays(week, DAYS_IN_WEEK), '00:00', zone),
];

/** What stands in a week when somebody begins to replace it, and again after they were told that it had changed. */
export const useWeekVersion = (week: string, zone: string) =>
  useQuery({
    queryKey: keys.rosterVersion(week),
    queryFn: async () => (await rosterApi.list(...boundsOf(week, zone))).meta.version,
    staleTime: Infinity,
    gcTime: 0,
  });

/** Makes these all the shifts of a week, if it is as it was seen. */
export function useReplaceWeek(week: string, zone: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ seen, shifts }: { seen: string; shifts: ShiftDraft[] }) =>
      rosterApi.replace(...boundsOf(week, zone), seen, shifts),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.allRosters }),
  });
}
