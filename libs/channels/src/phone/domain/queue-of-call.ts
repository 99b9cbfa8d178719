interface Line {
  key: string;
  /** E.164 or short codes */
  dialNumbers: string[];
  active: boolean;
}

/**
 * The queue that a call is for: the one the exchange names by our key, else the one whose number was dialled, with or
 * without the country's code. A name that is not ours is the exchange's own and says nothing. A queue that is not in
 * use is found as well, when no other answers: its callers are to be told, not kept waiting.
 */
export function queueOfCall<Queue extends Line>(
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

/** Where a callback waits: in the call's own queue, or the first one when that is none or not in use. */
export function callbackQueue<Queue extends { id: string; active: boolean; position: number }>(
  queues: readonly Queue[],
  queueId: string | null,
): Queue | null {
  const active = queues.filter((queue) => queue.active).sort((a, b) => a.position - b.position);
  return active.find((queue) => queue.id === queueId) ?? active[0] ?? null;
}
