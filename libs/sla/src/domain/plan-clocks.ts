import type { ClockKind, PendingOn, TicketStatus } from '#wasl/contracts';
import { consumedUntil } from './due-at.js';
import { choosePolicy, type Policy, type SlaFacts, targetMsOf } from './policy.js';
import { type Clock, endClock, openPause, type ClockRules, reschedule } from './clock.js';

/** The facts about a ticket that decide its clocks. */
export interface TicketFacts extends SlaFacts {
  status: TicketStatus;
  pendingOn: PendingOn | null;
  createdAt: number;
  firstRespondedAt: number | null;
}

/** Recent activity on a ticket that affects its clocks. */
export interface TicketActivity {
  /** staff replied to the requester */
  answered: boolean;
  /** the requester wrote */
  asked: boolean;
}

export const NO_ACTIVITY: TicketActivity = { answered: false, asked: false };

/**
 * The clocks of a ticket after some activity, or after the rules changed: the latest of each kind, and those that start
 * now.
 *
 * - **First response** runs from the opening until the first reply of staff, or until the ticket is settled.
 * - **Next response** runs from the requester's first unanswered message until the reply.
 * - **Resolution** runs from the opening until the ticket is settled. When the ticket is reopened the same clock
 *   continues: used time stays used, the time while settled does not count, and the remaining time is raised to the
 *   policy's share of the target. A breached target stays breached.
 * - **Update** runs from the opening, and again from every reply, until the ticket is settled.
 *
 * Past pauses remain, whatever policy allowed them; from now on the current policy decides.
 * @param latest the latest clock of each kind; not modified
 */
export function planClocks(
  ticket: TicketFacts,
  latest: readonly Clock[],
  activity: TicketActivity,
  rules: ClockRules & { policies: readonly Policy[] },
  now: number,
): Clock[] {
  const policy = choosePolicy(rules.policies, ticket);
  const planner = new Planner(ticket, policy, activity, rules, now);
  const clocks = latest.map((clock) => planner.continueClock(clock));
  return [...clocks, ...planner.clocksToStart(clocks)].map((clock) =>
    clock.endedAt === null ? reschedule(planner.withPause(clock), rules, now) : clock,
  );
}

class Planner {
  private readonly settled: boolean;

  constructor(
    private readonly ticket: TicketFacts,
    private readonly policy: Policy | null,
    private readonly activity: TicketActivity,
    private readonly rules: ClockRules,
    private readonly now: number,
  ) {
    this.settled = ticket.status === 'resolved' || ticket.status === 'closed';
  }

  /** An existing clock: ends, resumes, or takes the current policy. */
  continueClock(clock: Clock): Clock {
    if (clock.endedAt !== null) return this.isResumed(clock) ? this.resume(clock) : clock;
    if (this.settled || (this.activity.answered && clock.kind !== 'resolution'))
      return endClock(clock, this.rules, this.now);
    const target = this.policy && targetMsOf(this.policy, clock.kind, this.ticket);
    if (!this.policy || target === null) return endClock(clock, this.rules, this.now, true);
    return {
      ...clock,
      policy: this.policy.key,
      calendar: this.policy.calendar,
      targetMs: target,
      atRiskPercent: this.policy.atRiskPercent,
    };
  }

  private isResumed(clock: Clock): boolean {
    return clock.kind === 'resolution' && !this.settled && clock.outcome !== 'cancelled';
  }

  private resume(clock: Clock): Clock {
    const settledAt = clock.endedAt!;
    const going: Clock = {
      ...clock,
      pauses: [...clock.pauses, { from: settledAt, to: this.now, reason: 'settled' }],
      endedAt: null,
      outcome: null,
      consumedMs: null,
    };
    const retargeted = this.continueClock(going);
    if (clock.outcome === 'broken' || retargeted.endedAt !== null) return retargeted;
    const working = this.rules.workingTime(retargeted.calendar);
    const left = retargeted.targetMs + retargeted.grantedMs - consumedUntil(retargeted, settledAt, working);
    const minimum = (retargeted.targetMs * (this.policy?.reopenPercent ?? 0)) / 100;
    return {
      ...retargeted,
      grantedMs: retargeted.grantedMs + Math.max(0, Math.ceil((minimum - left) / 1_000) * 1_000),
    };
  }

  /** The clocks that start now, or should have started with the ticket. */
  clocksToStart(clocks: readonly Clock[]): Clock[] {
    if (this.settled || !this.policy) return [];
    const { answered, asked } = this.activity;
    const isOpen = (kind: ClockKind) => clocks.some((clock) => clock.kind === kind && clock.endedAt === null);
    const has = (kind: ClockKind) => clocks.some((clock) => clock.kind === kind);
    const unanswered = this.ticket.firstRespondedAt === null && !answered;
    const first = unanswered && !has('first_response') && 'first_response' in this.policy.targets;
    const awaited = first || isOpen('first_response') || isOpen('next_response');
    const wanted: [ClockKind, boolean, number][] = [
      ['first_response', first, this.ticket.createdAt],
      ['next_response', asked && !awaited, this.now],
      ['resolution', !has('resolution'), this.ticket.createdAt],
      ['update', !isOpen('update'), has('update') || answered ? this.now : this.ticket.createdAt],
    ];
    return wanted.flatMap(([kind, needed, at]) => (needed ? this.start(kind, at, clocks) : []));
  }

  private start(kind: ClockKind, startedAt: number, clocks: readonly Clock[]): Clock[] {
    const targetMs = targetMsOf(this.policy!, kind, this.ticket);
    if (targetMs === null) return [];
    const before = clocks.find((clock) => clock.kind === kind);
    return [newClock(kind, (before?.round ?? 0) + 1, this.policy!, targetMs, startedAt)];
  }

  /** Pauses the clock while the ticket is pending, where the policy says so. */
  withPause(clock: Clock): Clock {
    const { status, pendingOn } = this.ticket;
    const waits = status === 'pending' && pendingOn && this.policy?.pauses[pendingOn]?.includes(clock.kind);
    const reason = waits ? pendingOn : null;
    const open = openPause(clock);
    if ((open?.reason ?? null) === reason) return clock;
    const pauses = open ? [...clock.pauses.slice(0, -1), { ...open, to: this.now }] : [...clock.pauses];
    if (reason) pauses.push({ from: Math.max(this.now, clock.startedAt), to: null, reason });
    return { ...clock, pauses };
  }
}

export function newClock(
  kind: ClockKind,
  round: number,
  policy: Policy,
  targetMs: number,
  startedAt: number,
): Clock {
  return {
    kind,
    round,
    policy: policy.key,
    calendar: policy.calendar,
    targetMs,
    grantedMs: 0,
    atRiskPercent: policy.atRiskPercent,
    startedAt,
    pauses: [],
    endedAt: null,
    outcome: null,
    consumedMs: null,
    passedPercent: 0,
    dueAt: startedAt,
    atRiskAt: startedAt,
    nextEventAt: null,
  };
}
