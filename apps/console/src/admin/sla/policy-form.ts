import {
  CLOCK_KINDS,
  type ClockKind,
  PENDING_ON,
  type PendingOn,
  PRIORITIES,
  type Priority,
} from '#wasl/contracts';
import type { NewPolicy, Policy } from '../../api/sla-api.js';

/** Numbers as typed; anything that is not a number is omitted and reported by the api. */
type Typed = number | '';

export interface TargetForm {
  on: boolean;
  minutes: Typed;
  ofService: boolean;
}
export interface StepForm {
  key: string;
  clock: ClockKind;
  percent: Typed;
  do: Policy['steps'][number]['do'];
  priority: Priority | null;
  queue: string | null;
}
export interface PolicyForm {
  key: string;
  ar: string;
  en: string;
  calendar: string | null;
  service: string | null;
  kind: Policy['kind'];
  priority: Policy['priority'];
  audience: Policy['audience'];
  targets: Record<ClockKind, TargetForm>;
  factors: Record<Priority, Typed>;
  pauses: Record<PendingOn, ClockKind[]>;
  atRiskPercent: Typed;
  reopenPercent: Typed;
  steps: StepForm[];
  active: boolean;
}

const FIRST: Partial<Record<ClockKind, TargetForm>> = {
  first_response: { on: true, minutes: 420, ofService: true },
  resolution: { on: true, minutes: 2_100, ofService: true },
};
/** Only these clocks can take their target from the service. */
export const SERVICE_CLOCKS: readonly ClockKind[] = ['first_response', 'resolution'];

const each = <K extends string, V>(names: readonly K[], of: (name: K) => V) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, V>;

export function formOf(policy: Policy | null): PolicyForm {
  const off: TargetForm = { on: false, minutes: 480, ofService: false };
  const target = (clock: ClockKind): TargetForm => {
    if (!policy) return FIRST[clock] ?? off;
    const found = policy.targets[clock];
    return found ? { on: true, minutes: found.minutes, ofService: found.ofService ?? false } : off;
  };
  return {
    key: policy?.key ?? '',
    ar: policy?.name.ar ?? '',
    en: policy?.name.en ?? '',
    calendar: policy?.calendar ?? null,
    service: policy?.service ?? null,
    kind: policy?.kind ?? null,
    priority: policy?.priority ?? null,
    audience: policy?.audience ?? null,
    targets: each(CLOCK_KINDS, target),
    factors: each(PRIORITIES, (priority) => policy?.factors[priority] ?? ''),
    pauses: each(PENDING_ON, (on) => policy?.pauses[on] ?? []),
    atRiskPercent: policy?.atRiskPercent ?? 80,
    reopenPercent: policy?.reopenPercent ?? 25,
    steps: (policy?.steps ?? []).map((step) => ({
      ...step,
      priority: step.priority ?? null,
      queue: step.queue ?? null,
    })),
    active: policy?.active ?? true,
  };
}

/** The request body: unset conditions are null, and clocks that do not run are omitted. */
export function bodyOf(form: PolicyForm): Omit<NewPolicy, 'key'> {
  const running = CLOCK_KINDS.filter((clock) => form.targets[clock].on);
  const factors = PRIORITIES.filter((priority) => form.factors[priority] !== '');
  return {
    name: { ar: form.ar.trim(), en: form.en.trim() },
    ...(form.calendar !== null && { calendar: form.calendar }),
    service: form.service,
    kind: form.kind,
    priority: form.priority,
    audience: form.audience,
    targets: Object.fromEntries(
      running.map((clock) => {
        const { minutes, ofService } = form.targets[clock];
        return [clock, { ...given({ minutes }), ofService: ofService && SERVICE_CLOCKS.includes(clock) }];
      }),
    ),
    factors: Object.fromEntries(factors.map((priority) => [priority, form.factors[priority]])),
    pauses: form.pauses,
    ...given({ atRiskPercent: form.atRiskPercent, reopenPercent: form.reopenPercent }),
    steps: form.steps.map(({ priority, queue, percent, ...step }) => ({
      ...step,
      ...given({ percent }),
      ...(step.do === 'raise_priority' && priority && { priority }),
      ...(step.do === 'move' && queue && { queue }),
    })),
  } as Omit<NewPolicy, 'key'>;
}

const given = <T extends Record<string, Typed>>(numbers: T) =>
  Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== ''));

/** Adds a step with an unused key, because the key identifies what was already carried out for a clock. */
export function withStep(steps: readonly StepForm[]): StepForm[] {
  const taken = new Set(steps.map(({ key }) => key));
  let n = steps.length + 1;
  while (taken.has(`step-${n}`)) n++;
  const step: StepForm = {
    key: `step-${n}`,
    clock: 'resolution',
    percent: 100,
    do: 'notify',
    priority: null,
    queue: null,
  };
  return [...steps, step];
}
