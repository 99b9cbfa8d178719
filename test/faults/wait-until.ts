import { setTimeout as pause } from 'node:timers/promises';

/** Polls until there is a value; fails with a message. For tools that run without jest and so without libs/testing. */
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
