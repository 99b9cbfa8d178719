import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { type FormBounds, parseForm } from '#wasl/platform';

const LIMIT = '256kb';
const POSTS = /^\/open311\/v2\/(?:requests|servicerequestupdates)\.[a-z]{1,10}\/?(?:\?|$)/;
/** Larger bodies are no reports of people. */
const BOUNDS: FormBounds = { pairs: 500, text: 65_536 };
const readText = express.text({
  type: () => true,
  limit: LIMIT,
  inflate: false,
  defaultCharset: 'utf-8',
});

export interface Open311Request extends Request {
  /** why the body could not be read; answered in the format of the convention */
  open311Fault?: unknown;
}

/** Keeps the body as text: field names contain brackets, which the general parser would expand into objects. */
function readOpen311Body(request: Open311Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST' || !POSTS.test(request.originalUrl)) return next();
  readText(request, response, (fault?: unknown) => {
    if (fault !== undefined) request.open311Fault = fault;
    next();
  });
}

/** Must be registered before the general parsers. */
export function useOpen311BodyParser(app: NestExpressApplication): void {
  app.use(readOpen311Body);
}

/**
 * The form's name-value pairs; `attribute[CODE]` is a name.
 * @throws what was wrong with the body
 */
export function bodyOf(request: Open311Request): [string, string][] {
  if (request.open311Fault) throw request.open311Fault;
  const type = request.headers['content-type'];
  if (type && !/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new DomainError('unsupported_type', 'body.unsupported_type');
  }
  return parseForm(typeof request.body === 'string' ? request.body : '', BOUNDS);
}
