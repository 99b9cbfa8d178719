/** Decides when a starting program is killed, when it is restarted, and when restarting stops. */

/** A program that is starting. All times in milliseconds of one clock. */
export interface StartProgress {
  startedAt: number;
  /** when it last sent a heartbeat or any other message */
  lastHeartbeatAt: number;
  /** when its present phase began */
  phaseSince: number;
  /** how many phases it has reached */
  phases: number;
}

/** One run of a program that has ended. */
export interface PastRun {
  endedAt: number;
  wasReady: boolean;
  phases: number;
}

/** A program without a heartbeat for this long hangs: even under a load of 40, a few seconds of work take less. */
export const HEARTBEAT_TIMEOUT_MS = 120_000;
/** How long a phase may take while there are heartbeats. Each phase already reached adds more time. */
export const PHASE_TIMEOUT_MS = 120_000;
const EXTRA_PER_PHASE_MS = 60_000;
const MAX_PHASE_MS = 600_000;

export function checkStartProgress(
  life: StartProgress,
  now: number,
): { do: 'wait' } | { do: 'end'; why: string } {
  const seconds = (since: number) => Math.round((now - since) / 1_000);
  if (now - life.lastHeartbeatAt > HEARTBEAT_TIMEOUT_MS)
    return { do: 'end', why: `no sign of life for ${seconds(life.lastHeartbeatAt)} s` };
  const allowed = Math.min(PHASE_TIMEOUT_MS + EXTRA_PER_PHASE_MS * life.phases, MAX_PHASE_MS);
  if (now - life.phaseSince > allowed)
    return { do: 'end', why: `no progress for ${seconds(life.phaseSince)} s` };
  return { do: 'wait' };
}

/** Only crashes within this window are counted, however long each run lasted. */
export const CRASH_WINDOW_MS = 30 * 60_000;
const MAX_PAUSE_MS = 60_000;
const MAX_CRASHES_BEFORE_READY = 3;
const MAX_CRASHES_ONCE_READY = 12;

export type RestartDecision = { do: 'restart'; pauseMs: number } | { do: 'giveUp' };

/**
 * @param lives all that ended, the oldest first
 * @param everReady whether any life of it, however long ago, was ready
 */
export function decideRestart(
  lives: readonly PastRun[],
  now: number,
  { everReady, firstPauseMs }: { everReady: boolean; firstPauseMs: number },
): RestartDecision {
  const recent = lives.filter((life) => now - life.endedAt <= CRASH_WINDOW_MS);
  const failed = recent.slice(recent.findLastIndex((life) => life.wasReady) + 1);
  const allowed = (everReady ? MAX_CRASHES_ONCE_READY : MAX_CRASHES_BEFORE_READY) + improvements(failed);
  if (failed.length >= allowed) return { do: 'giveUp' };
  const pauseMs = Math.min(firstPauseMs * 2 ** Math.max(0, recent.length - 1), MAX_PAUSE_MS);
  return { do: 'restart', pauseMs };
}

/** How many runs got further than every run before. As long as there is progress, another restart is worthwhile. */
function improvements(lives: readonly PastRun[]): number {
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

/** @returns whether to print now what the start is waiting for */
export function isNoticeDue(now: number, startedAt: number, lastNoticeAt: number | null): boolean {
  if (now - startedAt < FIRST_NOTICE_MS) return false;
  return lastNoticeAt === null || now - lastNoticeAt >= NOTICE_EVERY_MS;
}
