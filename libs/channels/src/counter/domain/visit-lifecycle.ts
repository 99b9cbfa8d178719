import type { VisitState } from '#wasl/contracts';
import { conflict } from '#wasl/kernel';

/**
 * The allowed state changes. `waiting` and `called` are in the waiting room, `serving` is at a desk. A visit ends in
 * one of four states: served, not shown up, released when the centre closed, or settled because the ticket was
 * settled meanwhile.
 */
const NEXT: Record<VisitState, readonly VisitState[]> = {
  waiting: ['called', 'serving', 'released', 'settled'],
  called: ['called', 'waiting', 'serving', 'no_show', 'released', 'settled'],
  serving: ['done'],
  done: [],
  no_show: [],
  released: [],
  settled: [],
};

export interface VisitHolder {
  state: VisitState;
  staffId: string | null;
}

/**
 * Whether this member of staff may do this with a visit now.
 * @throws conflict `visit.taken` when a colleague has it; `visit.over` when it is over or not begun
 */
export function assertVisitChange(visit: VisitHolder, to: VisitState, staffId: string): void {
  const another = (visit.state === 'called' || visit.state === 'serving') && visit.staffId !== staffId;
  if (another) throw conflict('visit.taken');
  if (!NEXT[visit.state].includes(to)) throw conflict('visit.over');
}
