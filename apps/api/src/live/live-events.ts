import { z } from 'zod';
import type { SocketEvents } from '#wasl/platform';

const room = z.string().max(80);

/** Everything that a client may send in the live namespace, and nothing else. */
export const LIVE_EVENTS = {
  subscribe: {
    payload: z.strictObject({
      room,
      since: z.int().min(0).optional(),
      aside: z.boolean().optional(),
    }),
  },
  unsubscribe: { payload: z.strictObject({ room }) },
  typing: { payload: z.strictObject({ number: z.string().max(40) }), limit: { most: 120, windowMs: 60_000 } },
  /** answered at once: a client measures by it how slow the line and the server are */
  probe: { payload: z.undefined(), limit: { most: 60, windowMs: 60_000 } },
} as const satisfies SocketEvents;

/** A screen that comes back enters all of its rooms at once; people and scripts of ours stay far below. */
export const LIVE_RATE = { most: 600, windowMs: 10_000, cutBeyond: 600 };
