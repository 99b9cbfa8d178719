import { setTimeout as pause } from 'node:timers/promises';

/** Any value but false, null and undefined ends the wait. */
type Found<T> = Exclude<T, false | null | undefined>;

/**
 * Calls `check` repeatedly until it returns a value, and returns that. A check that throws counts as not yet
 * successful. Fails after `within` milliseconds: "Timed out after 5000 ms waiting for <what>". The default is long, because
 * a busy machine may stall a process for several seconds.
 */
export async function waitFor<T>(
  check: () => T | Promise<T>,
  { within = 30_000, what, every = 25 }: { within?: number; what: string; every?: number },
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
      const last = fault instanceof Error ? `; last error: ${fault.message}` : '';
      throw new Error(`Timed out after ${within} ms waiting for ${what}${last}`, { cause: fault });
    }
    await pause(every);
  }
}
