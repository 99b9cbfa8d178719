import { z } from 'zod';
import type { SocketEvents } from '#wasl/platform';

const room = z.string().max(80);

/** All messages that a client may send in the live namespace. */
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
  /** answered at once, so that the client can measure the latency of network and server */
  probe: { payload: z.undefined(), limit: { most: 60, windowMs: 60_000 } },
} as const satisfies SocketEvents;

/** A reconnecting screen joins all of its rooms at the same time; other clients stay far below. */
export const LIVE_RATE = { most: 600, windowMs: 10_000, disconnectAfterExcess: 600 };
