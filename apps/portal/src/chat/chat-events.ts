import { z } from 'zod';
import type { SocketEvents } from '#wasl/platform';
import { plainText } from '../forms/draft.js';

const LONGEST = 4_000;
const words = z
  .string()
  .transform((text) => plainText(text).trim())
  .pipe(z.string().min(1).max(LONGEST));
const SAID = { most: 20, windowMs: 60_000 };

/** All messages that a visitor may send in the chat namespace. */
export const CHAT_EVENTS = {
  since: { payload: z.strictObject({ after: z.uuid().nullish() }) },
  say: { payload: z.strictObject({ id: z.uuid(), text: words }), limit: SAID },
  typing: { payload: z.undefined(), limit: SAID },
} as const satisfies SocketEvents;

/** Far above what one person's page sends. */
export const CHAT_RATE = { most: 60, windowMs: 10_000, disconnectAfterExcess: 20 };
