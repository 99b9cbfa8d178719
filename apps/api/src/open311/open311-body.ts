import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { DomainError } from '#wasl/kernel';
import { type FormBounds, parseForm } from '#wasl/platform';
import type { NewAttachment } from '#wasl/tickets';
import { type MultipartReport, readMultipart } from './read-multipart.js';

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
  /** a report with pictures */
  open311Parts?: MultipartReport;
}

const REPORTS = /^\/open311\/v2\/requests\./;
const isMultipart = ({ headers }: Request) => /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');

/** Keeps the body as text: field names contain brackets, which the general parser would expand into objects. */
function readOpen311Body(request: Open311Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST' || !POSTS.test(request.originalUrl)) return next();
  if (isMultipart(request) && REPORTS.test(request.originalUrl)) {
    readMultipart(request)
      .then(
        (parts) => (request.open311Parts = parts),
        (fault: unknown) => (request.open311Fault = fault),
      )
      .then(() => next(), next);
    return;
  }
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
  if (request.open311Parts) return request.open311Parts.pairs;
  const type = request.headers['content-type'];
  if (type && !/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new DomainError('unsupported_type', 'body.unsupported_type');
  }
  return parseForm(typeof request.body === 'string' ? request.body : '', BOUNDS);
}

/** The pictures of a report, in order; none of a plain form. */
export const mediaOf = ({ open311Parts }: Open311Request): NewAttachment[] => open311Parts?.media ?? [];
