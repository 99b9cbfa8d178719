import type { Audience, ClockKind, Escalation, PendingOn, Priority, TicketKind } from '#wasl/contracts';

/** The time of a clock: minutes, or the target of the ticket's service when it has one. */
export interface Target {
  minutes: number;
  /** uses the service's own target; only for first response and resolution */
  ofService: boolean;
}

/** An action when a clock has used a share of its time; each step runs once per clock. */
export interface EscalationStep {
  /** identifies the step within its policy, permanently */
  key: string;
  clock: ClockKind;
  /** percentage of the clock's time; 100 is the breach */
  percent: number;
  do: Escalation;
  /** for `raise_priority`: the minimum priority from then on */
  priority?: Priority;
  /** for `move`: a queue's key */
  queue?: string;
}

/** An SLA policy: the targets, and what happens when they are missed. */
export interface Policy {
  key: string;
  /** a calendar's key, or `always` */
  calendar: string;
  /** conditions; null matches every ticket */
  serviceId: string | null;
  kind: TicketKind | null;
  priority: Priority | null;
  audience: Audience | null;
  /** clocks that are not named do not run */
  targets: Partial<Record<ClockKind, Target>>;
  /** factor for every target, by priority */
  factors: Partial<Record<Priority, number>>;
  /** which clocks pause while a ticket is pending, by whom it waits for */
  pauses: Partial<Record<PendingOn, readonly ClockKind[]>>;
  /** percentage of its time from which a clock is at risk */
  atRiskPercent: number;
  /** minimum percentage of its target that a clock has left when its ticket is reopened */
  reopenPercent: number;
  steps: readonly EscalationStep[];
}

export const ALWAYS = 'always';

/** The facts about a ticket that decide its SLA targets. */
export interface SlaFacts {
  serviceId: string | null;
  kind: TicketKind;
  priority: Priority;
  audience: Audience;
  /** the service's own targets in minutes of business time; null without a service */
  firstResponseMinutes: number | null;
  resolutionMinutes: number | null;
}

/** In order of weight: each outweighs all later ones together. */
export const CONDITIONS = ['serviceId', 'kind', 'priority', 'audience'] as const;

export function policyApplies(policy: Policy, facts: SlaFacts): boolean {
  return CONDITIONS.every((name) => policy[name] === null || policy[name] === facts[name]);
}

/** Each condition weighs twice the next one, so that no two sets of conditions weigh the same. */
export function policyWeight(policy: Policy): number {
  return CONDITIONS.reduce((weight, name) => weight * 2 + (policy[name] === null ? 0 : 1), 0);
}

/**
 * The most specific policy whose conditions the ticket meets. A policy that names the service goes before all that do
 * not; then one that names the kind, then the priority, then the audience. Two active policies cannot have the same
 * conditions.
 */
export function choosePolicy(policies: readonly Policy[], facts: SlaFacts): Policy | null {
  const fitting = policies.filter((policy) => policyApplies(policy, facts));
  return fitting.reduce<Policy | null>(
    (best, policy) => (best === null || policyWeight(policy) > policyWeight(best) ? policy : best),
    null,
  );
}

/** @returns milliseconds of the policy's calendar, at least a minute; null when the clock does not run */
export function targetMsOf(policy: Policy, clock: ClockKind, facts: SlaFacts): number | null {
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

/** The percentages at which events fire for a clock of this policy, in order. */
export function eventPercentsOf(policy: Policy, clock: ClockKind): number[] {
  const ofSteps = policy.steps.filter((step) => step.clock === clock).map((step) => step.percent);
  return [...new Set([policy.atRiskPercent, 100, ...ofSteps])].sort((a, b) => a - b);
}
