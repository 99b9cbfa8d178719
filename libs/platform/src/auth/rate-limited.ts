import { applyDecorators, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import {
  Throttle,
  ThrottlerGuard,
  type ThrottlerLimitDetail,
  type ThrottlerRequest,
} from '@nestjs/throttler';
import type { Response } from 'express';
import { sourceOf } from '../http/source.js';

/** Counts by network, not by address: one IPv6 subscriber has 2⁶⁴ addresses. */
@Injectable()
export class NetworkThrottlerGuard extends ThrottlerGuard {
  /** As in draft-ietf-httpapi-ratelimit-headers-03, the last with three fields. */
  protected override headerPrefix = 'RateLimit';

  protected override async handleRequest(request: ThrottlerRequest): Promise<boolean> {
    const { limit, ttl, context } = request;
    const response = context.switchToHttp().getResponse<Response>();
    response.setHeader('RateLimit-Policy', `${limit};w=${ttl / 1000}`);
    const allowed = await super.handleRequest(request);
    // The names before the draft; clients may read them.
    for (const name of ['Limit', 'Remaining', 'Reset'])
      response.setHeader(`X-RateLimit-${name}`, response.getHeader(`RateLimit-${name}`)!);
    return allowed;
  }

  /** Refused calls say their limit as well. */
  protected override throwThrottlingException(
    context: ExecutionContext,
    detail: ThrottlerLimitDetail,
  ): Promise<void> {
    const response = context.switchToHttp().getResponse<Response>();
    response.setHeader('RateLimit-Limit', detail.limit);
    response.setHeader('RateLimit-Remaining', 0);
    response.setHeader('RateLimit-Reset', detail.timeToBlockExpire);
    return super.throwThrottlingException(context, detail);
  }

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
