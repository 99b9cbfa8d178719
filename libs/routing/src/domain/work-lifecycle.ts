import type { OfferState, WorkState } from '#wasl/contracts';
import { illegalTransition } from '#wasl/kernel';

/** Allowed state changes of work. Moving to another queue keeps it waiting, so waiting may follow waiting. */
const WORK: Record<WorkState, readonly WorkState[]> = {
  waiting: ['waiting', 'offered', 'assigned', 'done'],
  offered: ['waiting', 'assigned', 'done'],
  assigned: ['waiting', 'assigned', 'done'],
  done: [],
};

/** @throws conflict `work.illegal_transition` */
export function assertWorkChange(from: WorkState, to: WorkState): void {
  if (!WORK[from].includes(to)) throw illegalTransition('work', from, to);
}

/** An offer is decided once. */
export function assertOfferChange(from: OfferState, to: OfferState): void {
  if (from !== 'made' || to === 'made') throw illegalTransition('offer', from, to);
}
