import type { LiveAlarms, SlaAlarm, UnservedAlarm } from '#wasl/contracts';

export type BoardAlarm =
  ({ kind: 'unserved'; id: string } & UnservedAlarm) | ({ kind: SlaAlarm['state']; id: string } & SlaAlarm);

/** Unserved queues and breached targets come before those that can still be kept. */
const URGENCY: Record<BoardAlarm['kind'], number> = { unserved: 0, breached: 1, at_risk: 2 };

/**
 * The alarms in order of urgency, then by how long they have lasted. Their id changes when an alarm gets worse and when
 * its cause occurs again, so that an acknowledgement does not cover what nobody has seen.
 */
export function alarmsOf({ unserved, targets }: LiveAlarms): BoardAlarm[] {
  const all: BoardAlarm[] = [
    ...unserved.map((one) => ({
      ...one,
      kind: 'unserved' as const,
      id: `unserved ${one.queue} ${one.reason} ${one.since}`,
    })),
    ...targets.map((one) => ({
      ...one,
      kind: one.state,
      id: `${one.state} ${one.number} ${one.clock} ${one.dueAt}`,
    })),
  ];
  return all.sort(
    (a, b) => URGENCY[a.kind] - URGENCY[b.kind] || a.since.localeCompare(b.since) || a.id.localeCompare(b.id),
  );
}

/** Acknowledgements of alarms that last; those of alarms that ended are forgotten, so that a new one is shown. */
export const stillOpen = (acknowledged: readonly string[], alarms: readonly BoardAlarm[]): string[] => {
  const open = new Set(alarms.map(({ id }) => id));
  return acknowledged.filter((id) => open.has(id));
};
