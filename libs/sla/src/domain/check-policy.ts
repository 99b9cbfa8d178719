import { CLOCK_KINDS, type ClockKind, PENDING_ON, PRIORITIES } from '#wasl/contracts';
import type { FieldFault } from '#wasl/kernel';
import type { EscalationStep, Policy, Target } from './policy.js';

/** Ten years of minutes: more is a typing error. */
const MAX_MINUTES = 5_256_000;
const MAX_PERCENT = 1_000;
const MAX_STEPS = 20;

/** What is wrong with a policy in itself; the caller checks whether the things it names exist. */
export function checkPolicy(policy: Policy): FieldFault[] {
  return [
    ...checkTargets(policy.targets),
    ...checkFactors(policy.factors),
    ...Object.entries(policy.pauses).flatMap(([on, clocks]) => checkPauses(on, clocks)),
    ...percent('atRiskPercent', policy.atRiskPercent, 1, 99),
    ...percent('reopenPercent', policy.reopenPercent, 0, 100),
    ...checkSteps(policy),
  ];
}

function checkTargets(targets: Policy['targets']): FieldFault[] {
  const named = Object.entries(targets) as [ClockKind, Target][];
  if (named.length === 0) return [{ path: 'targets', code: 'required' }];
  return named.flatMap(([clock, target]) => {
    const path = `targets.${clock}`;
    if (!CLOCK_KINDS.includes(clock)) return [{ path, code: 'unknown' }];
    return [
      ...minutes(`${path}.minutes`, target.minutes),
      ...(target.ofService && clock !== 'first_response' && clock !== 'resolution'
        ? [{ path: `${path}.ofService`, code: 'not_of_service' }]
        : []),
    ];
  });
}

function minutes(path: string, value: number): FieldFault[] {
  if (!Number.isInteger(value)) return [{ path, code: 'integer' }];
  if (value < 1) return [{ path, code: 'too_small' }];
  return value > MAX_MINUTES ? [{ path, code: 'too_large' }] : [];
}

function checkFactors(factors: Policy['factors']): FieldFault[] {
  return Object.entries(factors).flatMap(([priority, factor]) => {
    const path = `factors.${priority}`;
    if (!(PRIORITIES as readonly string[]).includes(priority)) return [{ path, code: 'unknown' }];
    if (!Number.isFinite(factor)) return [{ path, code: 'number' }];
    if (factor < 0.01) return [{ path, code: 'too_small' }];
    return factor > 100 ? [{ path, code: 'too_large' }] : [];
  });
}

function checkPauses(on: string, clocks: readonly string[]): FieldFault[] {
  const path = `pauses.${on}`;
  if (!(PENDING_ON as readonly string[]).includes(on)) return [{ path, code: 'unknown' }];
  if (!Array.isArray(clocks)) return [{ path, code: 'list' }];
  return clocks.every((clock) => (CLOCK_KINDS as readonly string[]).includes(clock))
    ? []
    : [{ path, code: 'choice' }];
}

function percent(path: string, value: number, min: number, max: number): FieldFault[] {
  if (!Number.isInteger(value)) return [{ path, code: 'integer' }];
  if (value < min) return [{ path, code: 'too_small' }];
  return value > max ? [{ path, code: 'too_large' }] : [];
}

function checkSteps({ steps, targets }: Policy): FieldFault[] {
  if (steps.length > MAX_STEPS) return [{ path: 'steps', code: 'too_many' }];
  return steps.flatMap((step, n) => [
    ...percent(`steps[${n}].percent`, step.percent, 1, MAX_PERCENT),
    ...(step.clock in targets ? [] : [{ path: `steps[${n}].clock`, code: 'clock_not_running' }]),
    ...(steps.findIndex((other) => other.key === step.key) < n
      ? [{ path: `steps[${n}].key`, code: 'repeated' }]
      : []),
    ...checkTarget(step, `steps[${n}]`),
  ]);
}

function checkTarget(step: EscalationStep, path: string): FieldFault[] {
  if (step.do === 'move' && !step.queue) return [{ path: `${path}.queue`, code: 'required' }];
  if (step.do === 'raise_priority' && !step.priority) return [{ path: `${path}.priority`, code: 'required' }];
  return [];
}
