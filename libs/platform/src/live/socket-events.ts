import type { z } from 'zod';
import type { RateLimit } from './rate-window.js';

/** One event that a client may send: what it carries, and how often. */
export interface SocketEvent {
  /** schema of the single argument; `z.undefined()` for an event without one */
  payload: z.ZodType;
  /** for this event per socket, in addition to the limit of the namespace */
  limit?: RateLimit;
}

/** Everything that a client may send in a namespace. Tests exercise every event declared here. */
export type SocketEvents = Readonly<Record<string, SocketEvent>>;

/** The handler of each event. A returned object becomes the acknowledgement, with `ok: true`. */
export type SocketHandlers<Events extends SocketEvents, Caller> = {
  [Name in keyof Events]: (
    caller: Caller,
    payload: z.output<Events[Name]['payload']>,
  ) => Promise<object | void> | object | void;
};

export type SocketAcknowledgement = { ok: true } | { ok: false; code: string };

export interface ParsedPacket {
  /** `null` for an unknown event */
  name: string | null;
  args: unknown[];
  /** tells the client the outcome; does nothing when the client did not ask for one */
  answer: (result: SocketAcknowledgement) => void;
}

/** Splits a socket.io packet into the event name, its arguments and the acknowledgement callback, if any. */
export function parsePacket(events: SocketEvents, packet: readonly unknown[]): ParsedPacket {
  const [given, ...args] = packet;
  const name = typeof given === 'string' && Object.hasOwn(events, given) ? given : null;
  const last = args.at(-1);
  if (typeof last !== 'function') return { name, args, answer: () => undefined };
  args.pop();
  return { name, args, answer: last as ParsedPacket['answer'] };
}

/** @returns null when the arguments are not what the event declares */
export function parsePayload(event: SocketEvent, args: readonly unknown[]): { payload: unknown } | null {
  if (args.length > 1) return null;
  const result = event.payload.safeParse(args[0]);
  return result.success ? { payload: result.data } : null;
}
