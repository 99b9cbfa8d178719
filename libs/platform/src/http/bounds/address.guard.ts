import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { DomainError, invalid } from '#wasl/kernel';
import { oddValues } from './domain/odd-values.js';

/** A search for 200 letters needs at most 2,400 bytes; a list of Open311 ids is the longest of all. */
const LONGEST = 8_192;
const MOST_PARAMETERS = 100;

const ANY_PATH = 'any path';

/** For a controller that compares a secret in its path and says nothing but that it is wrong. */
export const AnyPath = () => SetMetadata(ANY_PATH, true);

/**
 * Refuses what no address of ours can be, before any handler sees it: too long, too many parameters, a NUL or half a
 * character in a parameter of the path or the query. A guard rather than a middleware, so that each face answers in its
 * own form.
 */
@Injectable()
export class AddressGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const { originalUrl } = request;
    if (originalUrl.length > LONGEST || originalUrl.split('&').length > MOST_PARAMETERS)
      throw new DomainError('invalid', 'address.too_long');
    const isAny = this.reflector.get<true | undefined>(ANY_PATH, context.getClass());
    const faults = [...(isAny ? [] : oddValues({ ...request.params })), ...oddValues(request.query)];
    if (faults.length > 0) throw invalid(faults);
    return true;
  }
}
