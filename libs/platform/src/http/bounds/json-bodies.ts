import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { BODY_BOUNDS, type JsonBounds } from './domain/json-bounds.js';
import { parseJson } from './parse-body.js';

/** Limit of JSON and form bodies; attachments have a limit of their own. */
export const BODY_LIMIT = '256kb';

/** Paths whose bodies may exceed {@link BODY_BOUNDS}. */
export interface LargerBodies {
  path: RegExp;
  bounds: JsonBounds;
}

/**
 * Parses JSON bodies. Limits are checked on the text, so that validation, idempotency and the database never see a body
 * that is deeply nested or has too many parts. A body must be one object, in UTF-8, and not compressed (decompression
 * bombs).
 */
export function jsonBodies(larger: readonly LargerBodies[] = []): RequestHandler {
  const read = express.raw({
    type: ['application/json', 'application/*+json'],
    limit: BODY_LIMIT,
    inflate: false,
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    // Another parser may have handled the body already.
    const before: unknown = request.body;
    read(request, response, (fault?: unknown) => {
      if (fault || request.body === before || !Buffer.isBuffer(request.body)) return next(fault);
      try {
        requireUtf8(request);
        const bounds = larger.find(({ path }) => path.test(request.path))?.bounds ?? BODY_BOUNDS;
        request.body = parseObject(request.body, bounds);
      } catch (error) {
        request.body = undefined;
        return next(error);
      }
      next();
    });
  };
}

function parseObject(body: Buffer, bounds: JsonBounds): object {
  if (body.length === 0) return {};
  const value = parseJson(body, bounds);
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new DomainError('invalid', 'body.malformed');
  return value;
}

/** @throws unsupported_type: JSON between systems is UTF-8 (RFC 8259) */
function requireUtf8(request: Request): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset && !/^(?:utf-?8|us-ascii)$/i.test(charset))
    throw new DomainError('unsupported_type', 'body.unsupported_type');
}
