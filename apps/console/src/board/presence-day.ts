import type { PresenceState } from '#wasl/contracts';
import type { PresencePeriod } from '../api/types.js';

/** How long a period lasted, or has lasted until `now`. */
export const secondsOf = ({ from, to }: Pick<PresencePeriod, 'from' | 'to'>, now: number): number =>
  Math.max(0, ((to ? Date.parse(to) : now) - Date.parse(from)) / 1_000);

/** The time in each state, longest first. */
export function totalsOf(
  periods: Pick<PresencePeriod, 'from' | 'to' | 'state'>[],
  now: number,
): { state: PresenceState; seconds: number }[] {
  const totals = new Map<PresenceState, number>();
  for (const period of periods)
    totals.set(period.state, (totals.get(period.state) ?? 0) + secondsOf(period, now));
  return [...totals].map(([state, seconds]) => ({ state, seconds })).sort((a, b) => b.seconds - a.seconds);
}
