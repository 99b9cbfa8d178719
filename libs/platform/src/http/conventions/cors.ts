import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { RuntimeSettings } from '../../config/settings.js';

/** What pages of other sites may send, beside what every page may. */
const REQUEST_HEADERS = [
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'X-Request-Id',
].join(', ');
/** What they may read. */
const ANSWER_HEADERS = [
  'Content-Disposition',
  'ETag',
  'Link',
  'Location',
  'RateLimit-Limit',
  'RateLimit-Policy',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
].join(', ');
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const PREFLIGHT_SECONDS = '600';

/**
 * Lets pages of the origins in CORS_ORIGINS use the API (`/api/`); without the setting no page of another site can.
 * Cookies are allowed to named origins only, never with `*`. Open311 sets its own headers: its data is open to all.
 */
export function crossOrigin({ CORS_ORIGINS = [] }: Pick<RuntimeSettings, 'CORS_ORIGINS'>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (CORS_ORIGINS.length === 0 || !/^\/api(?:\/|$)/i.test(request.path)) return next();
    const { origin } = request.headers;
    const isOpen = CORS_ORIGINS.includes('*');
    if (!isOpen) response.vary('Origin');
    const isAllowed = isOpen || (origin !== undefined && CORS_ORIGINS.includes(origin));
    if (origin === undefined || !isAllowed) return next();
    response.setHeader('Access-Control-Allow-Origin', isOpen ? '*' : origin);
    if (!isOpen) response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Expose-Headers', ANSWER_HEADERS);
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method']) {
      response.setHeader('Access-Control-Allow-Methods', METHODS);
      response.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS);
      response.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS);
    }
    next();
  };
}
