import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, invalidField } from '#wasl/kernel';

/** What a writer last saw, from `If-Match: "…"`. Required: a blind write may overwrite another's. */
function lastSeen(context: ExecutionContext, form: RegExp): string {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (!header) throw new DomainError('invalid', 'version.required');
  const seen = /^(?:W\/)?"([^"]*)"$/.exec(header)?.[1];
  if (seen === undefined || !form.test(seen)) throw invalidField('If-Match', 'format');
  return seen;
}

/** Of one record: its versions are counted. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  Number(lastSeen(context, /^\d{1,9}$/)),
);

/** Of many records together, of which none has the version of all: a mark that came with them. */
export const ExpectedMark = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  lastSeen(context, /^[\w-]{1,64}$/),
);
