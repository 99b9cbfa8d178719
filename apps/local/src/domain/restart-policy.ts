/** When a program that starts is given up, when it is started again, and when that is no longer worth it. */

/** A program on its way to being ready, in milliseconds of one clock. */
export interface StartingLife {
  startedAt: number;
  /** when it last gave any sign of life */
  lastSignAt: number;
  /** when its present phase began */
  phaseSince: number;
  /** how many phases it has reached */
  phases: number;
}

/** One life of a program that has ended. */
export interface PastLife {
  endedAt: number;
  wasReady: boolean;
  phases: number;
}

/** Without any sign for so long it hangs: even on a machine with a load of 40 a few seconds of work take less. */
export const SILENCE_MS = 120_000;
/** A phase may take so long while there are signs of life, and longer for each phase that was reached before. */
export const PHASE_MS = 120_000;
const MORE_PER_PHASE_MS = 60_000;
const LONGEST_PHASE_MS = 600_000;

export function judgeStart(life: StartingLife, now: number): { do: 'wait' } | { do: 'end'; why: string } {
  const seconds = (since: number) => Math.round((now - since) / 1_000);
  if (now - life.lastSignAt > SILENCE_MS)
    return { do: 'end', why: `no sign of life for ${seconds(life.lastSignAt)} s` };
  const allowed = Math.min(PHASE_MS + MORE_PER_PHASE_MS * life.phases, LONGEST_PHASE_MS);
  if (now - life.phaseSince > allowed)
    return { do: 'end', why: `no progress for ${seconds(life.phaseSince)} s` };
  return { do: 'wait' };
}

/** Deaths count for so long, however long each life was. */
export const WINDOW_MS = 30 * 60_000;
const LONGEST_PAUSE_MS = 60_000;
const DEATHS_BEFORE_READY = 3;
const DEATHS_ONCE_READY = 12;

export type AfterDeath = { do: 'restart'; pauseMs: number } | { do: 'giveUp' };

/**
 * @param lives all that ended, the oldest first
 * @param everReady whether any life of it, however long ago, was ready
 */
export function judgeDeath(
  lives: readonly PastLife[],
  now: number,
  { everReady, firstPauseMs }: { everReady: boolean; firstPauseMs: number },
): AfterDeath {
  const recent = lives.filter((life) => now - life.endedAt <= WINDOW_MS);
  const failed = recent.slice(recent.findLastIndex((life) => life.wasReady) + 1);
  const allowed = (everReady ? DEATHS_ONCE_READY : DEATHS_BEFORE_READY) + improvements(failed);
  if (failed.length >= allowed) return { do: 'giveUp' };
  const pauseMs = Math.min(firstPauseMs * 2 ** Math.max(0, recent.length - 1), LONGEST_PAUSE_MS);
  return { do: 'restart', pauseMs };
}

/** Lives that came further than every one before: as long as it comes further, it is worth trying again. */
function improvements(lives: readonly PastLife[]): number {
  let furthest = lives[0]?.phases ?? 0;
  let count = 0;
  for (const { phases } of lives) {
    if (phases <= furthest) continue;
    furthest = phases;
    count++;
  }
  return count;
}

const FIRST_NOTICE_MS = 10_000;
const NOTICE_EVERY_MS = 15_000;

/** @returns whether people should be told now what is waited for */
export function isNoticeDue(now: number, startedAt: number, lastNoticeAt: number | null): boolean {
  if (now - startedAt < FIRST_NOTICE_MS) return false;
  return lastNoticeAt === null || now - lastNoticeAt >= NOTICE_EVERY_MS;
}
