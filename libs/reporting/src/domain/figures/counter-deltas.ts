import type { DomainEvent, WorkState } from '#wasl/contracts';

/** What a batch of events adds to a queue's counters. */
export interface CounterDelta {
  waiting: number;
  offered: number;
  handling: number;
  arrived: number;
  answered: number;
  answeredInThreshold: number;
  abandoned: number;
  abandonedAfterThreshold: number;
  shortAbandoned: number;
  resolved: number;
}

const NONE: CounterDelta = {
  waiting: 0,
  offered: 0,
  handling: 0,
  arrived: 0,
  answered: 0,
  answeredInThreshold: 0,
  abandoned: 0,
  abandonedAfterThreshold: 0,
  shortAbandoned: 0,
  resolved: 0,
};
const COUNTED_AS: Record<WorkState, 'waiting' | 'offered' | 'handling' | null> = {
  waiting: 'waiting',
  offered: 'offered',
  assigned: 'handling',
  done: null,
};

/**
 * Sums events by queue. Work that moves to another queue leaves the first and enters the second; it counts as arrived
 * where it first waited, and as answered where it was answered.
 * @param thresholdOf the service level threshold of a queue
 * @param shortSeconds the short-abandon threshold
 */
export function counterDeltas(
  events: readonly DomainEvent[],
  thresholdOf: (queue: string) => number,
  shortSeconds: number,
): Map<string, CounterDelta> {
  const deltas = new Map<string, CounterDelta>();
  const of = (queue: string) => {
    let delta = deltas.get(queue);
    if (!delta) deltas.set(queue, (delta = { ...NONE }));
    return delta;
  };
  for (const event of events) {
    if (event.type === 'ticket.changed' && event.data.outcome === 'resolved')
      of(event.data.queue).resolved += 1;
    if (event.type !== 'work.changed') continue;
    const { queue, fromQueue, from, to, answeredAfterSeconds, abandonedAfterSeconds } = event.data;
    const leaves = from && COUNTED_AS[from];
    const enters = COUNTED_AS[to];
    if (leaves) of(fromQueue ?? queue)[leaves] -= 1;
    if (enters) of(queue)[enters] += 1;
    if (from === null) of(queue).arrived += 1;
    if (answeredAfterSeconds !== undefined) {
      of(queue).answered += 1;
      if (answeredAfterSeconds <= thresholdOf(queue)) of(queue).answeredInThreshold += 1;
    }
    if (abandonedAfterSeconds !== undefined) {
      of(queue).abandoned += 1;
      if (abandonedAfterSeconds > thresholdOf(queue)) of(queue).abandonedAfterThreshold += 1;
      if (abandonedAfterSeconds <= shortSeconds) of(queue).shortAbandoned += 1;
    }
  }
  return deltas;
}
