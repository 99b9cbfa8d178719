import type { Activity, PresenceFact } from './agent-time.js';
import { splitAtQuarters } from './interval.js';
import { emptyPresenceSums, type PresenceSums } from './sums.js';

/** The sum to which each activity counts. Offline counts to none. */
export const SUM_BY_ACTIVITY: Record<Activity, keyof PresenceSums | null> = {
  offline: null,
  not_ready: 'notReadyMs',
  available: 'availableMs',
  working: 'handlingMs',
  busy: 'handlingMs',
  wrap_up: 'handlingMs',
};

/** Stands for all queues together: an agent of several queues counts once. No queue's key looks like it. */
export const ALL_QUEUES = '*';

export interface PresenceQuarter {
  start: number;
  queue: string;
  sums: PresenceSums;
}

/** What agents did, by quarter hour and queue. An agent of several queues counts for each of them, and once for all. */
export function presenceByQuarter(
  facts: readonly Pick<PresenceFact, 'state' | 'from' | 'to' | 'queues'>[],
): PresenceQuarter[] {
  const cells = new Map<string, PresenceQuarter>();
  for (const { state, from, to, queues } of facts) {
    const name = SUM_BY_ACTIVITY[state];
    if (!name) continue;
    for (const [start, ms] of splitAtQuarters(from, to)) {
      for (const queue of queues.length === 0 ? [] : [...queues, ALL_QUEUES]) {
        const key = JSON.stringify([start, queue]);
        let cell = cells.get(key);
        if (!cell) cells.set(key, (cell = { start, queue, sums: emptyPresenceSums() }));
        cell.sums[name] += ms;
      }
    }
  }
  return [...cells.keys()].sort().map((key) => cells.get(key)!);
}
