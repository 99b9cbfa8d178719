/** How often and how long a call is repeated. Times are in milliseconds. */
export interface RetryPolicy {
  /** most tries after the first */
  retries: number;
  /** about how long the first pause is; each one after it may be twice as long */
  firstPause: number;
  longestPause: number;
  /** A server that asks for a longer pause than this is not tried again. */
  longestAsked: number;
}

export const DEFAULT_RETRY: RetryPolicy = {
  retries: 4,
  firstPause: 500,
  longestPause: 20_000,
  longestAsked: 90_000,
};

/** How a try ended. Without a status there was no answer. */
export interface Outcome {
  method: string;
  /** it has an Idempotency-Key, so that a repetition creates nothing twice */
  keyed: boolean;
  /** it has If-Match: when the first try was carried out, a repetition is refused as stale */
  conditional: boolean;
  status?: number;
  code?: string;
  /** seconds, from the answer */
  retryAfter?: number;
}

/** Statuses of a server, or a proxy before it, that may be well in a moment. */
const PASSING = new Set([408, 500, 502, 503, 504]);
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/**
 * How long to wait before a call is repeated; undefined when it is not. What was refused for its rate was not carried
 * out and may always be repeated; after a failure only what does the same when it is done twice.
 * @param tries that were made
 * @param random from 0 to 1: callers that failed together do not come back together
 */
export function pauseBefore(
  outcome: Outcome,
  tries: number,
  policy: RetryPolicy,
  random: number,
): number | undefined {
  if (tries > policy.retries || !isWorthRepeating(outcome)) return undefined;
  const grown = Math.min(policy.longestPause, policy.firstPause * 2 ** (tries - 1));
  if (outcome.retryAfter === undefined) return grown * (0.5 + random / 2);
  const asked = outcome.retryAfter * 1_000;
  return asked > policy.longestAsked ? undefined : asked + random * Math.min(policy.firstPause, grown);
}

function isWorthRepeating({ method, keyed, conditional, status, code }: Outcome): boolean {
  if (status === 429) return true;
  if (status === 409) return keyed && code === 'idempotency.in_progress';
  if (status !== undefined && !PASSING.has(status)) return false;
  return keyed || (REPEATABLE.has(method) && !conditional);
}

/**
 * Seconds until it is worth trying again: `Retry-After` as seconds or a date, otherwise `RateLimit-Reset` when nothing
 * remains of the limit.
 * @param now in milliseconds
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const after = headers.get('retry-after')?.trim();
  if (after) {
    if (/^\d+$/.test(after)) return Number(after);
    const at = Date.parse(after);
    if (!Number.isNaN(at)) return Math.max(0, (at - now) / 1_000);
  }
  const reset = headers.get('ratelimit-reset')?.trim() ?? '';
  return headers.get('ratelimit-remaining')?.trim() === '0' && /^\d+$/.test(reset)
    ? Number(reset)
    : undefined;
}
