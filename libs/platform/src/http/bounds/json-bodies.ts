import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { BODY_BOUNDS, type JsonBounds } from './domain/json-bounds.js';
import { parseJson } from './parse-body.js';

/** Bodies of JSON and forms; attachments have a limit of their own. */
export const BODY_LIMIT = '256kb';

/** Addresses whose bodies may be larger than {@link BODY_BOUNDS}. */
export interface LargerBodies {
  path: RegExp;
  bounds: JsonBounds;
}

/**
 * Reads JSON bodies. They are bounded while they are still text, so that validation, idempotency and the database never
 * see one that is deep, or of many parts. A body is one object, in UTF-8, and not compressed: a few bytes could become many.
 */
export function jsonBodies(larger: readonly LargerBodies[] = []): RequestHandler {
  const read = express.raw({
    type: ['application/json', 'application/*+json'],
    limit: BODY_LIMIT,
    inflate: false,
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    // Another parser may have been here: what it left is not ours.
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
