import { useEffect } from 'react';
import { usePreferences } from '../app/preferences.js';
import { ring } from '../offers/offer-sound.js';

/** From the beginning of one ring to that of the next, as telephones ring. */
const EVERY_MS = 3_000;
/** Held by the window that rings, so that several do not ring at once. */
const LOCK = 'wasl.ringing';

/** Rings while `isRinging`; the user can mute it in the menu at any time. */
export function useRinging(isRinging: boolean): void {
  const sound = usePreferences((preferences) => preferences.sound);
  useEffect(() => {
    if (!isRinging || !sound) return undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let stop = () => {};
    const stopped = new Promise<void>((done) => (stop = done));
    let isOver = false;
    const start = () => {
      if (isOver) return undefined;
      ring();
      timer = setInterval(ring, EVERY_MS);
      return stopped;
    };
    // Only secure pages have locks.
    if ('locks' in navigator) void navigator.locks.request(LOCK, start);
    else void start();
    return () => {
      isOver = true;
      clearInterval(timer);
      stop();
    };
  }, [isRinging, sound]);
}
