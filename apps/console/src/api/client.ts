import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/i18n.js';
import { isUserIdle } from '../session/user-activity.js';
import { noteServerDate } from '../ui/server-clock.js';
import { networkProblem, problemOf } from './problem.js';
import type { paths } from '#wasl/sdk';

/** Middleware: sets Accept-Language, reads the Date header, throws error responses as a Problem. */
const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept', 'application/json, application/problem+json');
    request.headers.set('Accept-Language', currentLanguage());
    if (isUserIdle()) request.headers.set('X-Wasl-Background', '1');
  },
  async onResponse({ response }) {
    noteServerDate(response.headers.get('date'));
    if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : networkProblem();
  },
};

export const client = createClient<paths, 'application/json' | 'application/problem+json'>();
client.use(manners);

/** The body of a successful response; errors were thrown by the middleware. */
export async function responseBody<T>(asked: Promise<{ data?: T }>): Promise<T> {
  return (await asked).data as T;
}

/** `crypto.randomUUID` exists only in secure contexts, so this works on plain HTTP too. */
export function idempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
