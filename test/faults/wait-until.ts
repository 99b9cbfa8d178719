import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is something; fails with a sentence. Tools run without jest, and so without libs/testing. */
export async function waitUntil<T>(
  withinMs: number,
  what: string,
  check: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain for ${what}`);
    await pause(50);
  }
}
