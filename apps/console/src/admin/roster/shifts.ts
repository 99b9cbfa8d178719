import type { Shift, ShiftDraft } from '../../api/routing-api.js';
import { dayOf } from '../../i18n/zoned-time.js';

/** The request body for a shift. */
export const draftOf = ({ agent, from, to, state, reason }: Shift): ShiftDraft => ({
  agent,
  from,
  to,
  state,
  ...(reason !== null && { reason }),
});

/** The agent's shifts that begin on the day. */
export const shiftsOn = (shifts: readonly Shift[], agent: string, day: string, zone: string): Shift[] =>
  shifts.filter((shift) => shift.agent === agent && dayOf(shift.from, zone) === day);

/** No two shifts of one agent begin at the same time. */
export const isSameShift = (a: Shift, b: Shift): boolean => a.agent === b.agent && a.from === b.from;

/** Whether both lists contain the same shifts, in any order. */
export function haveSameShifts(some: readonly Shift[], others: readonly Shift[]): boolean {
  const normalized = (shifts: readonly Shift[]) =>
    shifts.map((shift) => JSON.stringify(draftOf(shift))).sort();
  return normalized(some).join() === normalized(others).join();
}
