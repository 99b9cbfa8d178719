import { createContext, use, useSyncExternalStore } from 'react';
import { serverNow } from './server-clock.js';

const listeners = new Set<() => void>();
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = serverNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = serverNow();
    timer = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Within it, clocks stand still at this time: what they count on is not known beyond it. */
export const StoppedClock = createContext<number | null>(null);

/** The server's time, updated once a second by a shared timer, so that all clocks tick together. */
export function useNow(): number {
  const stopped = use(StoppedClock);
  const current = useSyncExternalStore(subscribe, () => now);
  return stopped ?? current;
}

/** A value that is looked at once a second; renders only when it changes. */
export const useEachSecond = <T extends string | number | boolean | null>(read: () => T): T =>
  useSyncExternalStore(subscribe, read);
