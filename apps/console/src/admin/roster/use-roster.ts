import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deskApi } from '../../api/admin-api.js';
import { keys } from '../../api/keys.js';
import { rosterApi, type Shift, type ShiftDraft } from '../../api/routing-api.js';
import { addDays, dayOf, DAYS_IN_WEEK, momentOf } from './zoned.js';

const draftOf = ({ agent, from, to, state, reason }: Shift): ShiftDraft => ({
  agent,
  from,
  to,
  state,
  ...(reason !== null && { reason }),
});

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
  day: string;
  /** the shift that is replaced or removed; null when one is added */
  before: Shift | null;
  after: ShiftDraft | null;
}

const isSame = (a: Shift, b: Shift) => a.agent === b.agent && a.from === b.from;

/**
 * Changes one shift. The api replaces a period as a whole, so only the day is written, from what stands there at that
 * moment: what a colleague does to another day meanwhile is not touched.
 */
export function useChangeDay(zone: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ day, before, after }: DayChange) => {
      const [from, to] = [momentOf(day, '00:00', zone), momentOf(day, '24:00', zone)];
      const { data } = await rosterApi.list(from, to);
      const stay = data.filter(
        (shift) => dayOf(shift.from, zone) === day && !(before && isSame(shift, before)),
      );
      await rosterApi.replace(from, to, [...stay.map(draftOf), ...(after ? [after] : [])]);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.allRosters }),
  });
}

/** Makes these all the shifts of a week. */
export function useReplaceWeek(week: string, zone: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (shifts: ShiftDraft[]) =>
      rosterApi.replace(
        momentOf(week, '00:00', zone),
        momentOf(addDays(week, DAYS_IN_WEEK), '00:00', zone),
        shifts,
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.allRosters }),
  });
}
