import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { type FormBounds, formObject, formPairs } from './domain/form-bounds.js';
import { BODY_LIMIT } from './json-bodies.js';

/** Limits of forms on our own pages: the largest field is a text of some thousand words. */
export const FORM_BOUNDS: FormBounds = { pairs: 200, text: 65_536 };

/**
 * Parses form-encoded bodies sent by pages of the portal; see {@link formObject}. NUL characters are removed, because
 * people may paste one without noticing; in forms of programs they are an error.
 */
export function formBodies(): RequestHandler {
  const read = express.text({
    type: 'application/x-www-form-urlencoded',
    limit: BODY_LIMIT,
    inflate: false,
    defaultCharset: 'utf-8',
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    const before: unknown = request.body;
    read(request, response, (fault?: unknown) => {
      if (fault || request.body === before || typeof request.body !== 'string') return next(fault);
      const pairs = formPairs(request.body, FORM_BOUNDS);
      request.body = pairs
        ? formObject(pairs.map(([name, value]) => [name, value.replaceAll('\0', '')]))
        : {};
      next(pairs ? undefined : new DomainError('invalid', 'body.too_complex'));
    });
  };
}
