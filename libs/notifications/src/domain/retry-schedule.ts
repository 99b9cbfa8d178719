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

/** The same for texts: one that is late by hours is no news, and a gateway holds what it took by itself. */
const TEXT_WAITS = [minutes(0.5), minutes(2), minutes(10), minutes(30), hours(1), hours(2)];

/** @returns milliseconds, or null when a text has been tried often enough */
export function waitAfterText(attempt: number): number | null {
  return TEXT_WAITS[attempt - 1] ?? null;
}
