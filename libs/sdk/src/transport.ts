import { errorOf, WaslConnectionError } from './errors.js';
import type { PreparedRequest } from './request.js';
import { pauseBefore, retryAfterOf, type Outcome, type RetryPolicy } from './retry.js';

export interface TransportOptions {
  fetch: typeof fetch;
  retry: RetryPolicy;
  /** milliseconds for one try */
  timeout: number;
  /** pauses; rejects when the signal is aborted */
  wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface Received {
  data: unknown;
  response: Response;
}

/** Sends a request, again where that may help. @throws WaslError, WaslConnectionError; the reason of an aborted signal */
export async function send(
  request: PreparedRequest,
  options: TransportOptions,
  signal?: AbortSignal,
): Promise<Received> {
  for (let tries = 1; ; tries++) {
    const outcome: Outcome = {
      method: request.method,
      keyed: request.keyed,
      conditional: request.conditional,
    };
    const result = await tryOnce(request, options, signal);
    if ('data' in result) {
      const { response, data } = result;
      if (isAnswer(response, request)) return result;
      outcome.status = response.status;
      outcome.retryAfter = retryAfterOf(response.headers, Date.now());
      const error = errorOf(response, data, outcome.retryAfter);
      outcome.code = error.code;
      await pauseOrThrow(error, outcome, tries, options, signal);
    } else await pauseOrThrow(result.failure, outcome, tries, options, signal);
  }
}

/**
 * A redirect that the document does not know, such as that of a proxy to its own sign-in, is no answer of Wasl. Browsers
 * do not tell its status.
 */
const isAnswer = ({ ok, status }: Response, { redirects }: PreparedRequest): boolean =>
  ok || status === 304 || (redirects && status >= 300 && status < 400);

async function pauseOrThrow(
  error: Error,
  outcome: Outcome,
  tries: number,
  { retry, wait }: TransportOptions,
  signal?: AbortSignal,
): Promise<void> {
  const pause = pauseBefore(outcome, tries, retry, Math.random());
  if (pause === undefined) throw error;
  await wait(pause, signal);
}

async function tryOnce(
  { url, method, headers, body }: PreparedRequest,
  { fetch, timeout }: TransportOptions,
  signal?: AbortSignal,
): Promise<Received | { failure: WaslConnectionError }> {
  signal?.throwIfAborted();
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method,
      headers,
      body,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      // A token is not carried to where somebody else's answer leads.
      redirect: 'manual',
    });
    return { response, data: await read(response) };
  } catch (cause) {
    signal?.throwIfAborted();
    const what = limit.aborted ? `no answer within ${timeout} ms` : 'no answer';
    return { failure: new WaslConnectionError(`${method} ${url}: ${what}`, { cause }) };
  }
}

/** JSON as a value, text as a string, everything else as a Blob. */
async function read(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status === 204 || response.status === 304 || type === '') return undefined;
  if (/^application\/(?:json|[\w.+-]+\+json)\b/i.test(type)) {
    const text = await response.text();
    try {
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    } catch (error) {
      // A proxy may answer a failure with anything; the status says enough then.
      if (response.ok) throw error;
      return text;
    }
  }
  return /^(?:text\/|application\/x-ndjson)/i.test(type) ? response.text() : response.blob();
}

/** @throws the reason of an aborted signal */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
