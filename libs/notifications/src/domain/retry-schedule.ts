import { hours, minutes } from '#wasl/kernel';

/** Waits after each failed attempt; with the last one a mail has been tried for about a day. */
const WAITS = [
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
 * How long to wait after the attempt with this number (the first is 1).
 * @returns milliseconds, or null when it has been tried often enough
 */
export function waitAfter(attempt: number): number | null {
  return WAITS[attempt - 1] ?? null;
}
