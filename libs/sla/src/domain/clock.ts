import type { ClockKind, PendingOn } from '#wasl/contracts';
import type { BusinessTime } from '#wasl/country';
import { consumedUntil, dueAt, type PauseInterval } from './due-at.js';
import { eventPercentsOf, type Policy } from './policy.js';

/** Why a clock is paused: somebody else must act, or the ticket was settled in between. */
export type PauseReason = PendingOn | 'settled';

export interface ClockPause extends PauseInterval {
  reason: PauseReason;
}

export type ClockOutcome = 'met' | 'broken' | 'cancelled';

/** The clock of one SLA target of a ticket. Times and durations are in milliseconds. */
export interface Clock {
  kind: ClockKind;
  /** numbers the clocks of one kind on a ticket, from 1 */
  round: number;
  policy: string;
  calendar: string;
  targetMs: number;
  /** added to the target when the ticket was reopened */
  grantedMs: number;
  atRiskPercent: number;
  startedAt: number;
  pauses: ClockPause[];
  endedAt: number | null;
  outcome: ClockOutcome | null;
  consumedMs: number | null;
  /** events up to this percentage of the target have fired */
  passedPercent: number;
  dueAt: number;
  atRiskAt: number;
  /** when the next event fires; null while paused, and after the last event */
  nextEventAt: number | null;
}

/** The current rules that decide when clocks fire. */
export interface ClockRules {
  workingTime(calendar: string): BusinessTime;
  policy(key: string): Policy | undefined;
}

export const openPause = (clock: Clock): ClockPause | undefined => {
  const last = clock.pauses.at(-1);
  return last?.to === null ? last : undefined;
};

/** When `percent` of a clock's time is used up. */
export function timeAtPercent(clock: Clock, percent: number, working: BusinessTime): number {
  return dueAt(clock, ((clock.targetMs + clock.grantedMs) * percent) / 100, working);
}

/** The percentages at which events of this clock fire. */
function percentsFor(clock: Clock, rules: ClockRules): number[] {
  const policy = rules.policy(clock.policy);
  return policy ? eventPercentsOf(policy, clock.kind) : [clock.atRiskPercent, 100];
}

/**
 * Computes anew when a clock is due and when its next event fires. An event that fired but now lies in the future
 * (because of a holiday announced afterwards, say) fires again.
 */
export function reschedule(clock: Clock, rules: ClockRules, now: number): Clock {
  const working = rules.workingTime(clock.calendar);
  const at = (percent: number) => timeAtPercent(clock, percent, working);
  const all = percentsFor(clock, rules);
  const passed = all.findLast((percent) => percent <= clock.passedPercent && at(percent) <= now) ?? 0;
  const next = all.find((percent) => percent > passed);
  const nextAt = clock.endedAt !== null || next === undefined ? null : at(next);
  const pause = openPause(clock);
  return {
    ...clock,
    passedPercent: passed,
    dueAt: at(100),
    atRiskAt: at(clock.atRiskPercent),
    nextEventAt: nextAt !== null && pause && nextAt > pause.from ? null : nextAt,
  };
}

/** The events that are due and have not fired yet, in order, and the updated clock. */
export function fireDueEvents(
  clock: Clock,
  rules: ClockRules,
  now: number,
): { clock: Clock; percents: number[] } {
  const current = reschedule(clock, rules, now);
  if (current.nextEventAt === null || current.nextEventAt > now) return { clock: current, percents: [] };
  const working = rules.workingTime(clock.calendar);
  const fired = percentsFor(clock, rules).filter(
    (percent) => percent > current.passedPercent && timeAtPercent(clock, percent, working) <= now,
  );
  return {
    clock: reschedule({ ...current, passedPercent: fired.at(-1)! }, rules, now),
    percents: fired,
  };
}

/** Ends a clock: met when that is not later than its due time. */
export function endClock(clock: Clock, rules: ClockRules, now: number, cancelled = false): Clock {
  const pause = openPause(clock);
  const ended: Clock = {
    ...clock,
    pauses: pause ? [...clock.pauses.slice(0, -1), { ...pause, to: now }] : clock.pauses,
  };
  const due = timeAtPercent(ended, 100, rules.workingTime(clock.calendar));
  return {
    ...ended,
    dueAt: due,
    endedAt: now,
    nextEventAt: null,
    outcome: cancelled ? 'cancelled' : now <= due ? 'met' : 'broken',
    consumedMs: consumedUntil(ended, now, rules.workingTime(clock.calendar)),
  };
}
