import type { PageRequest } from '#wasl/kernel';
import { invalidField } from '#wasl/kernel';

/**
 * Reads `page[size]` and `page[after]` from a parsed query, where they may be nested (`page: {size}`) or flat.
 * @throws invalid when the size is not 1…100
 */
export function pageRequest(query: Record<string, unknown>): PageRequest {
  const nested = (typeof query.page === 'object' && query.page !== null ? query.page : {}) as Record<
    string,
    unknown
  >;
  const size = nested.size ?? query['page[size]'] ?? '25';
  const after = nested.after ?? query['page[after]'];
  if (typeof size !== 'string' || !/^\d{1,3}$/.test(size)) throw invalidField('page[size]', 'integer');
  if (Number(size) < 1) throw invalidField('page[size]', 'too_small');
  if (Number(size) > 100) throw invalidField('page[size]', 'too_large');
  if (after !== undefined && typeof after !== 'string') throw invalidField('page[after]', 'cursor');
  return { size: Number(size), after };
}
