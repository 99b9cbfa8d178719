import type { BusinessTime } from '#wasl/country';

/** A period in which a clock does not run, in milliseconds since the epoch; `to` is null while it lasts. */
export interface PauseInterval {
  from: number;
  to: number | null;
}

/** The history of a clock: enough to compute its due time under any calendar. */
export interface ClockHistory {
  startedAt: number;
  /** in order, without overlap */
  pauses: readonly PauseInterval[];
}

/**
 * The time at which a clock has used `ms` of working time, pauses excluded. A target used up exactly at closing time is
 * due then, not at the next opening. During a pause the result is what it would be if the pause ended where it began;
 * it moves on when the pause ends.
 * @throws RangeError when `ms` is not positive
 */
export function dueAt(clock: ClockHistory, ms: number, working: BusinessTime): number {
  if (!(ms > 0)) throw new RangeError(`a promise needs time, not ${ms} ms`);
  let left = ms;
  let from = clock.startedAt;
  for (const pause of clock.pauses) {
    const ran = working.between(from, pause.from);
    if (ran >= left) break;
    left -= ran;
    from = pause.to ?? pause.from;
  }
  return working.after(from, left);
}

/** The working time that a clock has used until `at`. */
export function consumedUntil(clock: ClockHistory, at: number, working: BusinessTime): number {
  let consumed = 0;
  let from = clock.startedAt;
  for (const pause of clock.pauses) {
    if (pause.from >= at) break;
    consumed += working.between(from, pause.from);
    if (pause.to === null || pause.to >= at) return consumed;
    from = pause.to;
  }
  return consumed + working.between(from, at);
}
