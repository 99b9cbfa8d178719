import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a webhook is sent; docker/webhooks.md of the repository lists the types and what is in `data`. */
export interface WebhookMessage<T = Record<string, unknown>> {
  /** `webhook-id`: the same whenever the message is repeated */
  id: string;
  type: string;
  /** when it happened (ISO 8601) */
  timestamp: string;
  data: T;
}

export interface VerifyOptions {
  /** how old, or how far in the future, a message may be; 300 without it */
  toleranceSeconds?: number;
  /** milliseconds; the clock without it */
  now?: number;
}

/** Headers of Node's `http`, of `fetch`, or plain ones. */
export type HeadersLike =
  { get(name: string): string | null } | Record<string, string | string[] | undefined>;

export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
}

/**
 * Verifies a message by Standard Webhooks and parses it.
 * @param body as it came, to the byte: not parsed and written again
 * @param secrets `whsec_…`; several while a secret is replaced
 * @throws WebhookVerificationError when it is not from Wasl, or too old
 */
export function verifyWebhook<T = Record<string, unknown>>(
  body: string | Uint8Array,
  headers: HeadersLike,
  secrets: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: VerifyOptions = {},
): WebhookMessage<T> {
  const read = (name: string) => headerOf(headers, name);
  const [id, sent, signatures] = [read('webhook-id'), read('webhook-timestamp'), read('webhook-signature')];
  if (!id || !sent || !signatures) throw new WebhookVerificationError('a header is missing');
  // A tolerance that is no number allows nothing.
  if (!/^\d{1,12}$/.test(sent) || !(Math.abs(now / 1_000 - Number(sent)) <= toleranceSeconds))
    throw new WebhookVerificationError('the message is too old, or from the future');
  const given = signatures
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'));
  const expected = [secrets]
    .flat()
    .map((secret) => createHmac('sha256', keyOf(secret)).update(`${id}.${sent}.`).update(body).digest());
  if (!given.some((one) => expected.some((other) => isEqual(one, other))))
    throw new WebhookVerificationError('no signature is right');
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  return { ...(JSON.parse(text) as Omit<WebhookMessage<T>, 'id'>), id };
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  // An empty key would accept what anybody signed.
  if (key.length < 24) throw new TypeError('a secret of a webhook is whsec_ and at least 24 bytes in base64');
  return key;
}

const isEqual = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);

function headerOf(headers: HeadersLike, name: string): string | undefined {
  if (hasGet(headers)) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return Array.isArray(found) ? found[0] : found;
}

const hasGet = (headers: HeadersLike): headers is { get(name: string): string | null } =>
  typeof headers.get === 'function';
