import { useLive } from '../live/live-store.js';
import { atServer } from '../ui/server-clock.js';
import { useEachSecond } from '../ui/use-now.js';

/** The projection tells its time every two seconds; two messages may be missed. */
export const STALE_AFTER_SECONDS = 5;

const ageSeconds = (): number => {
  const { figuresAsOf } = useLive.getState();
  return figuresAsOf === 0 ? 0 : Math.max(0, Math.floor((Date.now() - figuresAsOf) / 1000));
};

/** How old the figures are, whichever part has stopped: worker, dispatcher, api or connection. */
export const useFiguresAge = (): number => useEachSecond(ageSeconds);

/** The server time at which the figures stand still; null while they are live. */
export const useStoppedAt = (): number | null =>
  useEachSecond(() => {
    if (ageSeconds() <= STALE_AFTER_SECONDS) return null;
    return atServer(useLive.getState().figuresAsOf);
  });
