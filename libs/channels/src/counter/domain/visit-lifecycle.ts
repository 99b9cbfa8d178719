import type { VisitState } from '#wasl/contracts';
import { conflict } from '#wasl/kernel';

/**
 * What can happen to a visit. `waiting` and `called` sit in the waiting room; `serving` is at a desk. Over it is in one
 * of four ways: received, called in vain, sent home unreceived, or the matter was settled meanwhile.
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
