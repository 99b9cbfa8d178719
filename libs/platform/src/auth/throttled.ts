import { applyDecorators, Injectable, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { sourceOf } from '../http/source.js';

/** Counts by network, not by address: one IPv6 subscriber has 2⁶⁴ addresses. */
@Injectable()
export class NetworkThrottlerGuard extends ThrottlerGuard {
  protected override getTracker(request: { ip?: string }): Promise<string> {
    return Promise.resolve(sourceOf(request.ip));
  }
}

/**
 * Calls of one network to one endpoint: `limit` in `seconds`. Generous, because whole offices share an address.
 * Only endpoints that say so are counted: a count costs a statement.
 */
export const Limited = (limit: number, seconds = 60) =>
  applyDecorators(Throttle({ default: { limit, ttl: seconds * 1000 } }), UseGuards(NetworkThrottlerGuard));
