import { z } from 'zod';
import type { SocketEvents } from '#wasl/platform';
import { plainText } from '../forms/draft.js';

const LONGEST = 4_000;
const words = z
  .string()
  .transform((text) => plainText(text).trim())
  .pipe(z.string().min(1).max(LONGEST));
const SAID = { most: 20, windowMs: 60_000 };

/** Everything that a visitor may send in the chat namespace, and nothing else. */
export const CHAT_EVENTS = {
  since: { payload: z.strictObject({ after: z.uuid().nullish() }) },
  say: { payload: z.strictObject({ id: z.uuid(), text: words }), limit: SAID },
  typing: { payload: z.undefined(), limit: SAID },
} as const satisfies SocketEvents;

/** A page that a person uses stays far below. */
export const CHAT_RATE = { most: 60, windowMs: 10_000, cutBeyond: 20 };
