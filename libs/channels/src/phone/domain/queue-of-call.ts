interface DialledQueue {
  key: string;
  /** E.164 or short codes */
  dialNumbers: string[];
  active: boolean;
}

/**
 * The queue of a call: the one the PBX names by our key, else the one whose number was dialled, with or without the
 * country code. An unknown name is one of the PBX's own and is ignored. An inactive queue is returned when no other
 * matches, so that its callers are told rather than kept waiting.
 */
export function queueOfCall<Queue extends DialledQueue>(
  queues: readonly Queue[],
  call: { queue: string | null; to: string | null },
  callingCode: string,
): Queue | null {
  const national = (number: string) =>
    number.startsWith(`+${callingCode}`) ? number.slice(callingCode.length + 1) : number;
  const named = queues.filter((queue) => queue.key === call.queue?.toLowerCase());
  const { to } = call;
  const dialled = to
    ? queues.filter((q) => q.dialNumbers.some((number) => national(number) === national(to)))
    : [];
  const found = [...named, ...dialled];
  return found.find((queue) => queue.active) ?? found[0] ?? null;
}

/** The queue of a callback: the call's own, or the first active one. */
export function callbackQueue<Queue extends { id: string; active: boolean; position: number }>(
  queues: readonly Queue[],
  queueId: string | null,
): Queue | null {
  const active = queues.filter((queue) => queue.active).sort((a, b) => a.position - b.position);
  return active.find((queue) => queue.id === queueId) ?? active[0] ?? null;
}
