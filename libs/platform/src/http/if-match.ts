import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ANY_VERSION, DomainError, invalidField } from '#wasl/kernel';

/** `If-Match: *`: whatever the version is. */
export const ANY_ETAG = '*';

/**
 * Reads the required header `If-Match: "…"`, which prevents lost updates. A weak tag is accepted, because proxies that
 * compress answers weaken ours.
 */
function ifMatchValue(context: ExecutionContext, form: RegExp): string {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (!header) throw new DomainError('precondition_required', 'version.required');
  if (header.trim() === ANY_ETAG) return ANY_ETAG;
  const seen = /^(?:W\/)?"([^"]*)"$/.exec(header.trim())?.[1];
  if (seen === undefined || !form.test(seen)) throw invalidField('If-Match', 'format');
  return seen;
}

/** The version number of one record, or ANY_VERSION. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const seen = ifMatchValue(context, /^\d{1,9}$/);
  return seen === ANY_ETAG ? ANY_VERSION : Number(seen);
});

/** The ETag of a set of records, which have no common version number, or ANY_ETAG. */
export const ExpectedETag = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  ifMatchValue(context, /^[\w-]{1,64}$/),
);
