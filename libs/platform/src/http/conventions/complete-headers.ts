import type { ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

/** When a limit or an outage does not say how long it lasts. */
const RETRY_AFTER_SECONDS: Record<number, string> = { 429: '60', 503: '5' };

/**
 * Adds what HTTP requires with a status to every answer, whoever made it: a filter, a handler of its own format, or a
 * library. 401 says how to sign in (RFC 9110 §11.6.1), 429 and 503 when to try again.
 */
export function completeHeaders(request: Request, response: Response, next: NextFunction): void {
  beforeHead(response, () => {
    const status = response.statusCode;
    if (status === 401) setMissing(response, 'WWW-Authenticate', challengeTo(request));
    const retryAfter = RETRY_AFTER_SECONDS[status];
    if (retryAfter) setMissing(response, 'Retry-After', retryAfter);
  });
  next();
}

/** Bearer, as RFC 6750 §3 has it: with an error only when a token was sent. */
function challengeTo(request: Request): string {
  const sentToken = /^bearer /i.test(request.headers.authorization ?? '');
  return `Bearer realm="wasl"${sentToken ? ', error="invalid_token"' : ''}`;
}

function setMissing(response: Response, name: string, value: string): void {
  if (!response.hasHeader(name)) response.setHeader(name, value);
}

/** Runs `act` just before the status and the headers are written. */
function beforeHead(response: ServerResponse, act: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    act();
    return writeHead(status, ...rest);
  }) as ServerResponse['writeHead'];
}

/**
 * Lets `If-None-Match` answer 304 although the caller sends `Cache-Control: no-cache`, which many HTTP libraries add to
 * it. That asks caches to revalidate, and revalidation is what happens here; Express would send the whole answer.
 */
export function honourIfNoneMatch(request: Request, _response: Response, next: NextFunction): void {
  if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
  next();
}
