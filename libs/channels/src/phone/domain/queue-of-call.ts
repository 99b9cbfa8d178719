interface DialledQueue {
  key: string;
  /** E.164 or short codes */
  dialNumbers: string[];
  active: boolean;
}

/**
 * The queue of a call: the one that the PBX names, else the one that was dialled. Either may be our key, or one of the
 * queue's numbers with or without the country code; PBXs without queue names send what was dialled. A name that is none
 * of ours is one of the PBX's own. An inactive queue is returned when no other matches, so that its callers are told
 * rather than kept waiting.
 * @param call `to`, and `queue` when it is a number, are in E.164 or short codes
 */
export function queueOfCall<Queue extends DialledQueue>(
  queues: readonly Queue[],
  call: { queue: string | null; to: string | null },
  callingCode: string,
): Queue | null {
  const national = (number: string) =>
    number.startsWith(`+${callingCode}`) ? number.slice(callingCode.length + 1) : number;
  const isMeant = (queue: Queue, name: string) =>
    queue.key === name.toLowerCase() ||
    queue.dialNumbers.some((number) => national(number) === national(name));
  const names = [call.queue, call.to].filter((name) => !!name) as string[];
  const found = names.flatMap((name) => queues.filter((queue) => isMeant(queue, name)));
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
