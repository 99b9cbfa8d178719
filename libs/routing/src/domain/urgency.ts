import type { Priority } from '#wasl/contracts';
import { addMs, seconds } from '#wasl/kernel';

/** How priority, due time and age are weighed against each other. All in seconds. */
export interface OrderRules {
  /** how much earlier than its arrival work counts as arrived; head starts add up */
  headStarts: Record<Priority | 'vip' | 'vulnerable', number>;
  promise: {
    /** work counts as arrived at the latest this long before its due time */
    leadSeconds: number;
    /** but never more than this before it arrived */
    mostSeconds: number;
  };
}

const HOUR = 3_600;
export const DEFAULT_ORDER: OrderRules = {
  headStarts: {
    urgent: 72 * HOUR,
    high: 8 * HOUR,
    normal: 0,
    low: -8 * HOUR,
    vip: 2 * HOUR,
    vulnerable: 8 * HOUR,
  },
  promise: { leadSeconds: 4 * HOUR, mostSeconds: 72 * HOUR },
};

export interface UrgencyInput {
  priority: Priority;
  arrivedAt: Date;
  /** its next due time */
  dueAt: Date | null;
  vip?: boolean;
  vulnerable?: boolean;
}

/**
 * The position of work in the common order, as a point in time: the earliest goes first. Priority and the requester's
 * flags give a head start; a near due time counts like an early arrival. The value does not change while work waits, so
 * it can be indexed. All head starts are finite, so nothing starves: see `mostOvertakenBy`.
 */
export function urgencyAt(work: UrgencyInput, order: OrderRules = DEFAULT_ORDER): Date {
  const { headStarts, promise } = order;
  const arrived = work.arrivedAt.getTime();
  const pressed = work.dueAt ? work.dueAt.getTime() - seconds(promise.leadSeconds) : arrived;
  const counted = Math.min(arrived, Math.max(pressed, arrived - seconds(promise.mostSeconds)));
  const headStart =
    headStarts[work.priority] +
    (work.vip ? headStarts.vip : 0) +
    (work.vulnerable ? headStarts.vulnerable : 0);
  return addMs(new Date(counted), -seconds(headStart));
}

/**
 * The guarantee against starvation, in seconds: work that arrives later than another by more than this is served after
 * it, whatever the priorities, flags and due times of both.
 */
export function maxOvertakingSeconds({ headStarts, promise }: OrderRules): number {
  const { urgent, high, normal, low, vip, vulnerable } = headStarts;
  const priorities = [urgent, high, normal, low];
  return (
    Math.max(...priorities) -
    Math.min(...priorities) +
    Math.abs(vip) +
    Math.abs(vulnerable) +
    promise.mostSeconds
  );
}
