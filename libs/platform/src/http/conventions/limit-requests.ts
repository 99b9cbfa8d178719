import { createHash } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { SESSION_COOKIE } from '../../auth/authenticator.js';
import { sourceOf } from '../source.js';

const WINDOW_MS = 60_000;
/** Those beyond are not counted: a counter for every credential that somebody makes up would fill the memory. */
const MAX_COUNTED = 50_000;
const INTERFACES = /^\/(?:api|open311)\//;

/**
 * Limits the requests of one caller, which is a session, a token, or a network without either, and says in every answer
 * how many are left. It stops programs that repeat requests without end; each process counts for itself, in memory,
 * because a count in the database would cost more than most requests. Operations with a limit of their own say that one.
 */
export function limitRequests(limit: number, now = () => Date.now()) {
  let counts = new Map<string, number>();
  let endsAt = 0;
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!INTERFACES.test(request.path) || request.method === 'OPTIONS') return next();
    const at = now();
    if (at >= endsAt) {
      counts = new Map();
      endsAt = at + WINDOW_MS;
    }
    const caller = callerOf(request);
    const count = (counts.get(caller) ?? 0) + 1;
    if (counts.size < MAX_COUNTED || counts.has(caller)) counts.set(caller, count);
    const reset = Math.ceil((endsAt - at) / 1000);
    response.setHeader('RateLimit-Policy', `${limit};w=${WINDOW_MS / 1000}`);
    for (const prefix of ['', 'X-']) {
      response.setHeader(`${prefix}RateLimit-Limit`, limit);
      response.setHeader(`${prefix}RateLimit-Remaining`, Math.max(0, limit - count));
      response.setHeader(`${prefix}RateLimit-Reset`, reset);
    }
    next(count > limit ? new DomainError('too_many', 'rate.limited', { retryAfter: reset }) : undefined);
  };
}

function callerOf({ ip, headers }: Request): string {
  const session = parseCookie(headers.cookie ?? '')[SESSION_COOKIE];
  const credential = session ?? headers.authorization;
  const digest = credential ? createHash('sha256').update(credential).digest('base64') : '';
  return `${sourceOf(ip)} ${digest}`;
}
