import type { StoredLiveEvent } from './live-store.js';

/**
 * On PostgreSQL each message between processes wakes every listening connection, whatever its channel, and a payload
 * above 8,000 bytes is stored in a table. So events are batched up to this size.
 */
const MAX_BATCH_BYTES = 7_000;

/** @returns all events in order, in as few batches as possible; an oversized event is a batch by itself */
export function batchLiveEvents(events: readonly StoredLiveEvent[]): StoredLiveEvent[][] {
  const batches: StoredLiveEvent[][] = [];
  let bytesLeft = 0;
  for (const event of events) {
    const bytes = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (bytes > bytesLeft) {
      batches.push([]);
      bytesLeft = MAX_BATCH_BYTES;
    }
    batches.at(-1)!.push(event);
    bytesLeft -= bytes;
  }
  return batches;
}
