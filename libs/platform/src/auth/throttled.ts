import { applyDecorators, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';

/**
 * Calls of one address to one endpoint: `limit` in `seconds`. Generous, because whole offices share an address.
 * Only endpoints that say so are counted: a count costs a statement.
 */
export const Limited = (limit: number, seconds = 60) =>
  applyDecorators(Throttle({ default: { limit, ttl: seconds * 1000 } }), UseGuards(ThrottlerGuard));
