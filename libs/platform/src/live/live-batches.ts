import type { StoredLiveEvent } from './live-store.js';

/**
 * On PostgreSQL each message between processes wakes every connection that listens, whatever it listens for, and one
 * above 8,000 bytes goes by way of a table. So events go together, as many as stay below that.
 */
const MOST_BYTES = 7_000;

/** @returns all of them in their order, in as few batches as fit; one that does not fit is a batch by itself */
export function liveBatches(events: readonly StoredLiveEvent[]): StoredLiveEvent[][] {
  const batches: StoredLiveEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const bytes = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (bytes > room) {
      batches.push([]);
      room = MOST_BYTES;
    }
    batches.at(-1)!.push(event);
    room -= bytes;
  }
  return batches;
}
