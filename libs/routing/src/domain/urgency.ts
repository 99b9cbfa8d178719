import type { Priority } from '#wasl/contracts';
import { addMs, hours } from '#wasl/kernel';

/** How much earlier than its arrival work of a priority counts as arrived. */
const HEAD_START: Record<Priority, number> = { urgent: hours(72), high: hours(8), normal: 0, low: -hours(8) };
/** Work counts as arrived at the latest this long before its promise is broken. */
const PROMISE_LEAD = hours(4);

/**
 * The place of work in the one order in which it waits, as a moment: the earliest goes first. Priority gives a head
 * start; a promise about to be broken counts as work that arrived long ago. Because the value never changes while work
 * waits, it can be indexed; and because a head start is finite, low priority is served in the end: anything that
 * arrives eight hours later than it, at normal priority, stands behind it.
 */
export function urgencyAt(work: { priority: Priority; arrivedAt: Date; dueAt: Date | null }): Date {
  const arrived = work.arrivedAt.getTime();
  const pressed = work.dueAt ? work.dueAt.getTime() - PROMISE_LEAD : arrived;
  return addMs(new Date(Math.min(arrived, pressed)), -HEAD_START[work.priority]);
}
