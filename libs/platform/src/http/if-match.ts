import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, invalidField } from '#wasl/kernel';

/** The version a writer last saw, from `If-Match: "<version>"`. Required: a blind write may overwrite another's. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (!header) throw new DomainError('invalid', 'version.required');
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!match) throw invalidField('If-Match', 'format');
  return Number(match[1]);
});
