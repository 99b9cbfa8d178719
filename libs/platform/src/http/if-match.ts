import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, invalidField } from '#wasl/kernel';

/** Reads the required header `If-Match: "…"`, which prevents lost updates. */
function ifMatchValue(context: ExecutionContext, form: RegExp): string {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (!header) throw new DomainError('invalid', 'version.required');
  const seen = /^(?:W\/)?"([^"]*)"$/.exec(header)?.[1];
  if (seen === undefined || !form.test(seen)) throw invalidField('If-Match', 'format');
  return seen;
}

/** The version number of one record. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  Number(ifMatchValue(context, /^\d{1,9}$/)),
);

/** The ETag of a set of records, which have no common version number. */
export const ExpectedETag = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  ifMatchValue(context, /^[\w-]{1,64}$/),
);
