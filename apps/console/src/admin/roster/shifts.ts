import type { Shift, ShiftDraft } from '../../api/routing-api.js';
import { dayOf } from './zoned.js';

/** What the api is told of a shift. */
export const draftOf = ({ agent, from, to, state, reason }: Shift): ShiftDraft => ({
  agent,
  from,
  to,
  state,
  ...(reason !== null && { reason }),
});

/** A shift stands on the day on which it begins. */
export const shiftsOn = (shifts: readonly Shift[], agent: string, day: string, zone: string): Shift[] =>
  shifts.filter((shift) => shift.agent === agent && dayOf(shift.from, zone) === day);

/** Of one agent no two begin at the same moment. */
export const isSame = (a: Shift, b: Shift): boolean => a.agent === b.agent && a.from === b.from;

/** Whether both say the same in whatever order. */
export function areAlike(some: readonly Shift[], others: readonly Shift[]): boolean {
  const said = (shifts: readonly Shift[]) => shifts.map((shift) => JSON.stringify(draftOf(shift))).sort();
  return said(some).join() === said(others).join();
}
