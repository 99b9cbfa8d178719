import { clockText } from '../i18n/format.js';
import { useNow } from './use-now.js';

/** Elapsed time since an instant, ticking. */
export function TimeSince({ since }: { since: string }) {
  const seconds = (useNow() - Date.parse(since)) / 1000;
  return <bdi dir="ltr">{clockText(seconds)}</bdi>;
}

/** Remaining time until an instant, down to zero. */
export function TimeLeft({ until }: { until: string }) {
  return <bdi dir="ltr">{clockText((Date.parse(until) - useNow()) / 1000)}</bdi>;
}

/** A number of seconds measured at an instant, increased by the time elapsed since. */
export function ElapsedSeconds({ seconds, at }: { seconds: number; at: string }) {
  const now = useNow();
  return <bdi dir="ltr">{clockText(seconds + Math.max(0, now - Date.parse(at)) / 1000)}</bdi>;
}
