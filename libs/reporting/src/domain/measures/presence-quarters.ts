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

export interface PresenceQuarter {
  start: number;
  queue: string;
  sums: PresenceSums;
}

/** What agents did, by quarter of an hour and queue. An agent of several queues is there for each of them. */
export function presenceByQuarter(
  facts: readonly Pick<PresenceFact, 'state' | 'from' | 'to' | 'queues'>[],
): PresenceQuarter[] {
  const cells = new Map<string, PresenceQuarter>();
  for (const { state, from, to, queues } of facts) {
    const name = COUNTS_AS[state];
    if (!name) continue;
    for (const [start, ms] of cutAtQuarters(from, to)) {
      for (const queue of queues) {
        const key = JSON.stringify([start, queue]);
        let cell = cells.get(key);
        if (!cell) cells.set(key, (cell = { start, queue, sums: noPresence() }));
        cell.sums[name] += ms;
      }
    }
  }
  return [...cells.keys()].sort().map((key) => cells.get(key)!);
}
