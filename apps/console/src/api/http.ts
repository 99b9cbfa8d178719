import { currentLanguage } from '../i18n/i18n.js';
import { noteServerDate } from '../ui/server-clock.js';
import { offline, problemOf } from './problem.js';

type Query = Record<string, string | number | undefined>;

interface Ask {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

const BASE = '/api/v1';

function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return `${BASE}${path}${text ? `?${text}` : ''}`;
}

/** One question to the api; what it refuses is thrown as a {@link Problem}. */
export async function ask<T>(
  method: string,
  path: string,
  { query, body, headers, signal }: Ask = {},
): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(addressOf(path, query), {
    method,
    headers: {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': currentLanguage(),
      ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? null : isForm ? body : JSON.stringify(body),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : offline();
  });
  noteServerDate(response.headers.get('date'));
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as T;
}

/** A key under which the api recognises the second sending of one write. Works on plain HTTP too. */
export function idempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
