import { setTimeout as pause } from 'node:timers/promises';

/** Anything but false, null and undefined ends the wait. */
type Found<T> = Exclude<T, false | null | undefined>;

/**
 * Asks `check` again and again until it answers with something, and returns that. A check that throws counts as not
 * yet. Fails after `within` milliseconds with a sentence: "Waited 5000 ms in vain for <what>".
 */
export async function waitFor<T>(
  check: () => T | Promise<T>,
  { within = 10_000, what, every = 25 }: { within?: number; what: string; every?: number },
): Promise<Found<T>> {
  const end = Date.now() + within;
  let fault: unknown;
  for (;;) {
    try {
      fault = undefined;
      const found = await check();
      if (found !== false && found !== null && found !== undefined) return found as Found<T>;
    } catch (error) {
      fault = error;
    }
    if (Date.now() >= end) {
      const last = fault instanceof Error ? `; at last: ${fault.message}` : '';
      throw new Error(`Waited ${within} ms in vain for ${what}${last}`, { cause: fault });
    }
    await pause(every);
  }
}
