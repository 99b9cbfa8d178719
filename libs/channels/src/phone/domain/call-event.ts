import { CALL_CAUSES, type CallEndCause } from '#wasl/contracts';
import { recordingAddress } from '../recordings/domain/recording-address.js';

export const CALL_EVENTS = ['newCall', 'answer', 'hangup'] as const;
export type CallEventName = (typeof CALL_EVENTS)[number];
export type CallDirection = 'in' | 'out';

/**
 * Further events of a PBX that we are connected to, beside the three of the webhook: ringing phones, hold, transfers.
 */
export type WatchedEventName = 'ring' | 'ringNoAnswer' | 'hold' | 'resume' | 'transfer';

/** One event of a PBX; numbers are as the PBX writes them. */
export interface CallEvent {
  event: CallEventName | WatchedEventName;
  callId: string;
  /** given with newCall; optional in the others */
  direction: CallDirection | null;
  /** null when not given, empty when withheld */
  from: string | null;
  to: string | null;
  /** extensions that ring (newCall), or that answered */
  users: string[];
  queue: string | null;
  answeringNumber: string | null;
  cause: CallEndCause | null;
  /** where the exchange keeps a recording of the call */
  recording?: URL | undefined;
  /** when it happened, if that was before it was noticed */
  at?: Date | undefined;
  /** where to, of a transfer */
  transferTo?: string;
  /** the PBX distributes this call itself; otherwise the router chooses the agent */
  distributedByExchange?: boolean;
  /** the PBX passes this call to us whatever was dialled; without a queue it belongs to the first one */
  routedByUs?: boolean;
  /** ignored when the call is unknown */
  onlyIfCallKnown?: boolean;
}

/** An event with only its name and call id. */
export function emptyCallEvent(event: CallEvent['event'], callId: string): CallEvent {
  return {
    event,
    callId,
    direction: null,
    from: null,
    to: null,
    users: [],
    queue: null,
    answeringNumber: null,
    cause: null,
  };
}

/** The request is not a valid event; the message says what to correct. */
export class CallEventError extends Error {
  override name = 'CallEventError';
}

const MAX_LENGTH = 200;
const MAX_USERS = 100;
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;

/**
 * Reads an event from a decoded body. PBXs send additional fields: unknown ones are ignored, because refusing them
 * would lose calls.
 * @throws CallEventError
 */
export function parseCallEvent(body: unknown): CallEvent {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new CallEventError('a JSON object or a form is expected');
  }
  const fields = new Fields(body as Record<string, unknown>);
  const event = fields.choice('event', CALL_EVENTS);
  if (!event) throw new CallEventError('event is required');
  const callId = fields.text('callId') || fields.text('call_id');
  if (!callId) throw new CallEventError('callId is required');
  const read: CallEvent = {
    event,
    callId,
    direction: fields.choice('direction', ['in', 'out']),
    from: fields.text('from'),
    to: fields.text('to'),
    users: fields.users(),
    queue: fields.text('queue') || null,
    answeringNumber: fields.text('answeringNumber') || null,
    cause: fields.choice('cause', CALL_CAUSES),
    recording: fields.webAddress('recording') ?? fields.webAddress('recording_url'),
  };
  if (event === 'newCall') requireWhole(read, fields);
  return read;
}

/** Reads a callback request from the PBX's keypad menu. @throws CallEventError */
export function parseCallback(body: unknown): {
  phone: string;
  to: string | null;
  queue: string | null;
  callId: string | null;
  atExchange: true;
} {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new CallEventError('a JSON object or a form is expected');
  }
  const fields = new Fields(body as Record<string, unknown>);
  const phone = fields.text('from');
  if (!phone) throw new CallEventError('from is required');
  return {
    phone,
    to: fields.text('to') || null,
    queue: fields.text('queue')?.toLowerCase() || null,
    callId: fields.text('callId') || fields.text('call_id') || null,
    atExchange: true,
  };
}

/** A new call needs its parties; a withheld number may be sent as an empty one. */
function requireWhole(event: CallEvent, fields: Fields): void {
  if (!event.direction) throw new CallEventError('direction is required');
  if (!fields.has('from')) throw new CallEventError('from is required');
  if (!event.to) throw new CallEventError('to is required');
}

/** `user`, `user[]`, and the numbered forms of some form encoders. */
const USER_FIELD = /^user(\[\d{0,3}\])?$/;

/** Reads untrusted fields: only own properties of the expected form. */
class Fields {
  constructor(private readonly body: Record<string, unknown>) {}

  has(name: string): boolean {
    return Object.hasOwn(this.body, name);
  }

  text(name: string): string | null {
    return this.has(name) ? textOf(name, this.body[name]) : null;
  }

  choice<T extends string>(name: string, values: readonly T[]): T | null {
    const given = this.text(name);
    if (!given) return null;
    if (!values.includes(given as T)) throw new CallEventError(`${name} must be one of ${values.join(', ')}`);
    return given as T;
  }

  /** What is no address of the web is ignored, as other fields of a PBX are. */
  webAddress(name: string): URL | undefined {
    const given = this.has(name) ? this.body[name] : null;
    return typeof given === 'string' ? recordingAddress(given) : undefined;
  }

  users(): string[] {
    const names = Object.keys(this.body).filter((name) => USER_FIELD.test(name));
    return [...new Set(names.flatMap((name) => this.list(name)))];
  }

  /** A single value, a list, or the numbered object that form decoders make of long lists. */
  list(name: string): string[] {
    if (!this.has(name)) return [];
    const given = this.body[name];
    const items = Array.isArray(given) ? given : isObject(given) ? Object.values(given) : [given];
    if (items.length > MAX_USERS) throw new CallEventError(`${name} has more than ${MAX_USERS} values`);
    return items.map((item) => textOf(name, item)).filter((item) => item !== null && item !== '') as string[];
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Numbers count as text: a call id or an extension is often sent as one. */
function textOf(name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' && !(typeof value === 'number' && Number.isFinite(value))) {
    throw new CallEventError(`${name} must be text`);
  }
  const text = String(value).trim();
  if (text.length > MAX_LENGTH) throw new CallEventError(`${name} is longer than ${MAX_LENGTH} characters`);
  if (CONTROL.test(text)) throw new CallEventError(`${name} contains control characters`);
  return text;
}
