import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { waitFor } from '#wasl/testing';
import type { StoredLiveEvent, StoredRoom } from './live-store.js';
import { RoomOrder } from './room-order.js';

const event = (room: StoredRoom, seq: number) => ({ room, event: { seq } }) as unknown as StoredLiveEvent;
const rooms = ['board', 'ticket:1'] as const;

function orderOf(stored: StoredLiveEvent[], maxWaitMs = 5) {
  const delivered: StoredLiveEvent[] = [];
  const order = new RoomOrder(
    (one) => delivered.push(one),
    () => true,
    async (room, seq) => stored.filter((one) => one.room === room && one.event.seq > seq),
    maxWaitMs,
  );
  const seqsOf = (room: string) => delivered.filter((one) => one.room === room).map((one) => one.event.seq);
  return { order, seqsOf };
}

describe('the order of live events', () => {
  it('is that of their numbers in each room, in whatever order they arrive', () => {
    const all = rooms.flatMap((room) => [1, 2, 3, 4, 5, 6].map((seq) => event(room, seq)));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (arrived) => {
        const { order, seqsOf } = orderOf([], 60_000);
        for (const room of rooms) order.startAt(room, 0);
        for (const one of arrived) order.accept([one]);
        for (const room of rooms) expect(seqsOf(room)).toEqual([1, 2, 3, 4, 5, 6]);
        order.stop();
      }),
    );
  });

  it('is kept by reading what does not arrive', async () => {
    const { order, seqsOf } = orderOf([1, 2, 3].map((seq) => event('board', seq)));
    order.startAt('board', 0);
    order.accept([event('board', 3)]);
    expect(seqsOf('board')).toEqual([]);
    await waitFor(() => seqsOf('board').length === 3, { what: 'all events' });
    order.accept([event('board', 4)]);
    expect(seqsOf('board')).toEqual([1, 2, 3, 4]);
  });

  it('has a gap only where an event is not stored either', async () => {
    const { order, seqsOf } = orderOf([]);
    order.startAt('board', 0);
    order.accept([event('board', 4), event('board', 2)]);
    await waitFor(() => seqsOf('board').length === 2, { what: 'the events that arrived' });
    order.accept([event('board', 5)]);
    expect(seqsOf('board')).toEqual([2, 4, 5]);
  });

  it('lets repetitions pass, and begins anew in a room that was left', () => {
    const { order, seqsOf } = orderOf([]);
    order.startAt('board', 7);
    order.accept([event('board', 8), event('board', 7)]);
    order.forget('board');
    order.accept([event('board', 20), event('board', 21)]);
    expect(seqsOf('board')).toEqual([8, 7, 20, 21]);
  });
});
