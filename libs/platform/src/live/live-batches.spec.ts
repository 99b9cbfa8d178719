import fc from 'fast-check';
import { batchLiveEvents } from './live-batches.js';
import type { StoredLiveEvent } from './live-store.js';

const anyEvent = fc
  .record({
    room: fc.constantFrom('board', 'queue:general', 'ticket:1'),
    words: fc.string({ maxLength: 3_000 }),
  })
  .map(({ room, words }) => ({ room, event: { data: words } }) as unknown as StoredLiveEvent);

describe('live events on their way to other processes', () => {
  it('should keep all events in order, in batches below the size limit', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const batches = batchLiveEvents(events);
        expect(batches.flat()).toEqual(events);
        for (const batch of batches)
          expect(batch.length === 1 || Buffer.byteLength(JSON.stringify(batch)) <= 7_001).toBe(true);
      }),
    );
  });

  it('should put small events into one batch', () => {
    const small = Array.from(
      { length: 20 },
      () => ({ room: 'board', event: {} }) as unknown as StoredLiveEvent,
    );
    expect(batchLiveEvents(small)).toHaveLength(1);
    expect(batchLiveEvents([])).toHaveLength(0);
  });
});
