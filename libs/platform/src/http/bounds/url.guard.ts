import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { DomainError, invalid } from '#wasl/kernel';
import { unstorableValues } from './domain/unstorable-values.js';

/** A search for 200 letters needs at most 2,400 bytes; lists of Open311 ids are the longest URLs. */
const MAX_URL_LENGTH = 8_192;
const MAX_PARAMETERS = 100;

const ANY_PATH = 'any path';

/** For a controller that compares a secret in its path: malformed values must get the same response as wrong ones. */
export const AllowAnyPathParams = () => SetMetadata(ANY_PATH, true);

/**
 * Rejects invalid URLs before any handler runs: too long, too many parameters, or a NUL or lone surrogate in a path or
 * query parameter. A guard rather than a middleware, so that each application answers in its own error format.
 */
@Injectable()
export class UrlGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const { originalUrl } = request;
    if (originalUrl.length > MAX_URL_LENGTH || originalUrl.split('&').length > MAX_PARAMETERS)
      throw new DomainError('invalid', 'address.too_long');
    const skipsPath = this.reflector.get<true | undefined>(ANY_PATH, context.getClass());
    const faults = [
      ...(skipsPath ? [] : unstorableValues({ ...request.params })),
      ...unstorableValues(request.query),
    ];
    if (faults.length > 0) throw invalid(faults);
    return true;
  }
}
