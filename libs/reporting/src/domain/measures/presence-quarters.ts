import type { PresenceState } from '#wasl/contracts';
import type { PresenceFact } from './facts-of-events.js';
import { cutAtQuarters } from './interval.js';
import { noPresence, type PresenceSums } from './sums.js';

/** Under what a state counts. Who is offline is not at work. */
export const COUNTS_AS: Record<PresenceState, keyof PresenceSums | null> = {
  offline: null,
  not_ready: 'notReadyMs',
  available: 'availableMs',
  busy: 'handlingMs',
  wrap_up: 'handlingMs',
};

/** Stands for all queues together: an agent of several is there once. No queue's key looks like it. */
export const ALL_QUEUES = '*';

export interface PresenceQuarter {
  start: number;
  queue: string;
  sums: PresenceSums;
}

/** What agents did, by quarter of an hour and queue. An agent of several queues is there for each of them, and once for all. */
export function presenceByQuarter(
  facts: readonly Pick<PresenceFact, 'state' | 'from' | 'to' | 'queues'>[],
): PresenceQuarter[] {
  const cells = new Map<string, PresenceQuarter>();
  for (const { state, from, to, queues } of facts) {
    const name = COUNTS_AS[state];
    if (!name) continue;
    for (const [start, ms] of cutAtQuarters(from, to)) {
      for (const queue of queues.length === 0 ? [] : [...queues, ALL_QUEUES]) {
        const key = JSON.stringify([start, queue]);
        let cell = cells.get(key);
        if (!cell) cells.set(key, (cell = { start, queue, sums: noPresence() }));
        cell.sums[name] += ms;
      }
    }
  }
  return [...cells.keys()].sort().map((key) => cells.get(key)!);
}
