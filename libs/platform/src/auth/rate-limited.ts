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
 * Limits the calls of one network to one endpoint: `limit` per `seconds`. Limits are generous because whole offices
 * share an address. Only decorated endpoints are counted, because each count costs a statement.
 */
export const RateLimited = (limit: number, seconds = 60) =>
  applyDecorators(Throttle({ default: { limit, ttl: seconds * 1000 } }), UseGuards(NetworkThrottlerGuard));
