import type { Audience, ClockKind, Escalation, PendingOn, Priority, TicketKind } from '#wasl/contracts';

/** How much time a clock has: minutes, or what the ticket's service promises when it has one. */
export interface Target {
  minutes: number;
  /** takes the service's own promise; only for first response and resolution */
  ofService: boolean;
}

/** What is done when a clock has used up a share of its time; each step once for a clock. */
export interface EscalationStep {
  /** names the step within its policy, for good */
  key: string;
  clock: ClockKind;
  /** percent of the clock's time; 100 is the moment of the breach */
  percent: number;
  do: Escalation;
  /** for `raise_priority`: the least priority it has from then on */
  priority?: Priority;
  /** for `move`: a queue's key */
  queue?: string;
}

/** What is promised to whom, and what happens when it is not kept. */
export interface Policy {
  key: string;
  /** a calendar's key, or `always` */
  calendar: string;
  /** conditions: null is met by every ticket */
  serviceId: string | null;
  kind: TicketKind | null;
  priority: Priority | null;
  audience: Audience | null;
  /** clocks that are not named do not run */
  targets: Partial<Record<ClockKind, Target>>;
  /** what every target is multiplied by, by priority */
  factors: Partial<Record<Priority, number>>;
  /** which clocks stand still while a ticket is pending on somebody */
  pauses: Partial<Record<PendingOn, readonly ClockKind[]>>;
  /** percent of its time from which a clock is at risk */
  atRiskPercent: number;
  /** percent of its target that a clock has at least when its ticket is reopened */
  reopenPercent: number;
  steps: readonly EscalationStep[];
}

export const ALWAYS = 'always';

/** What of a ticket decides about its promises. */
export interface PromiseFacts {
  serviceId: string | null;
  kind: TicketKind;
  priority: Priority;
  audience: Audience;
  /** minutes of working time that the service promises; null without a service */
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
}

/** In the order of their weight: one that stands earlier outweighs all later ones together. */
export const CONDITIONS = ['serviceId', 'kind', 'priority', 'audience'] as const;

export function applies(policy: Policy, facts: PromiseFacts): boolean {
  return CONDITIONS.every((name) => policy[name] === null || policy[name] === facts[name]);
}

/** Twice the weight for each condition further ahead, so that no two sets of conditions weigh the same. */
export function weightOf(policy: Policy): number {
  return CONDITIONS.reduce((weight, name) => weight * 2 + (policy[name] === null ? 0 : 1), 0);
}

/**
 * The policy of a ticket: of those whose conditions it meets, the most specific. A policy that names the service goes
 * before all that do not; then one that names the kind, then the priority, then the audience. Two policies with the
 * same conditions cannot be in force together.
 */
export function choosePolicy(policies: readonly Policy[], facts: PromiseFacts): Policy | null {
  const fitting = policies.filter((policy) => applies(policy, facts));
  return fitting.reduce<Policy | null>(
    (best, policy) => (best === null || weightOf(policy) > weightOf(best) ? policy : best),
    null,
  );
}

/** @returns milliseconds of the policy's calendar, at least a minute; null when the clock does not run */
export function targetOf(policy: Policy, clock: ClockKind, facts: PromiseFacts): number | null {
  const target = policy.targets[clock];
  if (!target) return null;
  const ofService =
    clock === 'first_response'
      ? facts.firstResponseMinutes
      : clock === 'resolution'
        ? facts.resolutionMinutes
        : null;
  const minutes = (target.ofService ? ofService : null) ?? target.minutes;
  return Math.max(1, Math.round(minutes * (policy.factors[facts.priority] ?? 1))) * 60_000;
}

/** The percents at which something happens to a clock of this policy, in order. */
export function percentsOf(policy: Policy, clock: ClockKind): number[] {
  const ofSteps = policy.steps.filter((step) => step.clock === clock).map((step) => step.percent);
  return [...new Set([policy.atRiskPercent, 100, ...ofSteps])].sort((a, b) => a - b);
}
