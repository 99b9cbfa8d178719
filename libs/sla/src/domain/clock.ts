import type { ClockKind, PendingOn } from '#wasl/contracts';
import type { WorkingTime } from '#wasl/country';
import { consumedUntil, dueAt, type Pause } from './due-at.js';
import { percentsOf, type Policy } from './policy.js';

/** Why a clock stands still: somebody else must act, or the ticket was settled in between. */
export type PauseReason = PendingOn | 'settled';

export interface ClockPause extends Pause {
  reason: PauseReason;
}

export type ClockOutcome = 'met' | 'broken' | 'cancelled';

/** One promise on one ticket. Moments and durations are in milliseconds. */
export interface Clock {
  kind: ClockKind;
  /** counts the clocks of one kind on a ticket, from 1 */
  round: number;
  policy: string;
  calendar: string;
  targetMs: number;
  /** what was added to the target when its ticket was reopened */
  grantedMs: number;
  atRiskPercent: number;
  startedAt: number;
  pauses: ClockPause[];
  endedAt: number | null;
  outcome: ClockOutcome | null;
  consumedMs: number | null;
  /** up to here, in percent of its time, everything that happens has happened */
  passedPercent: number;
  dueAt: number;
  atRiskAt: number;
  /** when something happens next; null while it stands still, and after the last thing */
  nextAt: number | null;
}

/** What says when clocks strike, as it is in force now. */
export interface Rules {
  workingTime(calendar: string): WorkingTime;
  policy(key: string): Policy | undefined;
}

export const openPause = (clock: Clock): ClockPause | undefined => {
  const last = clock.pauses.at(-1);
  return last?.to === null ? last : undefined;
};

/** When `percent` of a clock's time have been consumed. */
export function momentOf(clock: Clock, percent: number, working: WorkingTime): number {
  return dueAt(clock, ((clock.targetMs + clock.grantedMs) * percent) / 100, working);
}

/** The percents at which something happens to this clock. */
function percents(clock: Clock, rules: Rules): number[] {
  const policy = rules.policy(clock.policy);
  return policy ? percentsOf(policy, clock.kind) : [clock.atRiskPercent, 100];
}

/**
 * Works out anew when a clock is due and when it strikes next, from what it has been through. What had happened and
 * now lies ahead (a holiday announced afterwards, say) has not happened.
 */
export function schedule(clock: Clock, rules: Rules, now: number): Clock {
  const working = rules.workingTime(clock.calendar);
  const at = (percent: number) => momentOf(clock, percent, working);
  const all = percents(clock, rules);
  const passed = all.findLast((percent) => percent <= clock.passedPercent && at(percent) <= now) ?? 0;
  const next = all.find((percent) => percent > passed);
  const nextAt = clock.endedAt !== null || next === undefined ? null : at(next);
  const pause = openPause(clock);
  return {
    ...clock,
    passedPercent: passed,
    dueAt: at(100),
    atRiskAt: at(clock.atRiskPercent),
    nextAt: nextAt !== null && pause && nextAt > pause.from ? null : nextAt,
  };
}

/** What has happened to a clock by now and was not yet acted upon, in order, and the clock after it. */
export function strike(clock: Clock, rules: Rules, now: number): { clock: Clock; percents: number[] } {
  const current = schedule(clock, rules, now);
  if (current.nextAt === null || current.nextAt > now) return { clock: current, percents: [] };
  const working = rules.workingTime(clock.calendar);
  const struck = percents(clock, rules).filter(
    (percent) => percent > current.passedPercent && momentOf(clock, percent, working) <= now,
  );
  return {
    clock: schedule({ ...current, passedPercent: struck.at(-1)! }, rules, now),
    percents: struck,
  };
}

/** Ends a clock: kept when that is no later than it was due. */
export function end(clock: Clock, rules: Rules, now: number, cancelled = false): Clock {
  const pause = openPause(clock);
  const ended: Clock = {
    ...clock,
    pauses: pause ? [...clock.pauses.slice(0, -1), { ...pause, to: now }] : clock.pauses,
  };
  const due = momentOf(ended, 100, rules.workingTime(clock.calendar));
  return {
    ...ended,
    dueAt: due,
    endedAt: now,
    nextAt: null,
    outcome: cancelled ? 'cancelled' : now <= due ? 'met' : 'broken',
    consumedMs: consumedUntil(ended, now, rules.workingTime(clock.calendar)),
  };
}
