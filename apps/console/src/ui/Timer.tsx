import { clockText } from '../i18n/format.js';
import { useNow } from './use-now.js';

/** Time gone by since a moment, ticking. */
export function TimeSince({ since }: { since: string }) {
  const seconds = (useNow() - Date.parse(since)) / 1000;
  return <bdi dir="ltr">{clockText(seconds)}</bdi>;
}

/** Time left until a moment, ticking down to nothing. */
export function TimeLeft({ until }: { until: string }) {
  return <bdi dir="ltr">{clockText((Date.parse(until) - useNow()) / 1000)}</bdi>;
}

/** A number of seconds that was true at a moment and has grown since. */
export function GrowingSeconds({ seconds, at }: { seconds: number; at: string }) {
  const now = useNow();
  return <bdi dir="ltr">{clockText(seconds + Math.max(0, now - Date.parse(at)) / 1000)}</bdi>;
}
