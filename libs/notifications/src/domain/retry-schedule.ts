import { hours, minutes } from '#wasl/kernel';

/** Delays after each failed attempt; after the last one a mail has been retried for about a day. */
const RETRY_DELAYS = [
  minutes(1),
  minutes(5),
  minutes(15),
  hours(1),
  hours(4),
  hours(4),
  hours(4),
  hours(4),
  hours(6),
];

/**
 * The delay after the attempt with this number (the first is 1).
 * @returns milliseconds, or null when there are no more attempts
 */
export function mailRetryDelay(attempt: number): number | null {
  return RETRY_DELAYS[attempt - 1] ?? null;
}

/**
 * Delays for texts: shorter in total, because a text that is hours late is useless and the gateway retries by itself
 * what it accepted.
 */
const TEXT_RETRY_DELAYS = [minutes(0.5), minutes(2), minutes(10), minutes(30), hours(1), hours(2)];

/** @returns milliseconds, or null when there are no more attempts */
export function textRetryDelay(attempt: number): number | null {
  return TEXT_RETRY_DELAYS[attempt - 1] ?? null;
}
