import { Decimal, DecimalList, Integer, ResponseField } from '#wasl/platform';
import { MAX_AGENTS } from '#wasl/reporting';

const DAY = 86_400;

/** The inputs that do not depend on the volume. */
class StaffingTermsBody {
  @Decimal({ min: 1, max: DAY, description: 'mean handle time: talk, hold and after-call work' })
  ahtSeconds: number;

  @Decimal({ min: 0, max: DAY, description: 'the X of “answered within X seconds”' })
  thresholdSeconds: number;

  @Decimal({
    min: 1,
    max: DAY,
    optional: true,
    description: 'mean patience: who waits longer gives up (Erlang A). Without it nobody gives up (Erlang C)',
  })
  patienceSeconds?: number;

  @Decimal({
    min: 0.01,
    max: 1,
    optional: true,
    description: 'with target: agents are not to be busier than this share of their time',
  })
  maxOccupancy?: number;

  @Decimal({ min: 0, max: 0.95, optional: true, description: 'share of paid time away from the desk' })
  shrinkage?: number;
}

export class StaffingBody extends StaffingTermsBody {
  @Decimal({ min: 0, max: 1e9, description: 'contacts in one interval' }) calls: number;

  @Decimal({ min: 1, max: 366 * DAY }) intervalSeconds: number;

  @Integer({ min: 1, max: MAX_AGENTS, optional: true, description: 'agents at their desks; or give target' })
  agents?: number;

  @Decimal({
    min: 0,
    max: 1,
    optional: true,
    description: 'the service level wanted of the fewest agents, 0–1; or give agents',
  })
  target?: number;
}

export class StaffingDayBody extends StaffingTermsBody {
  @DecimalList({
    min: 0,
    max: 1e9,
    minItems: 1,
    maxItems: 192,
    description: 'contacts, interval by interval',
  })
  calls: number[];

  @Decimal({ min: 1, max: DAY }) intervalSeconds: number;

  @Decimal({ min: 0, max: 1, description: 'the service level wanted of the fewest agents, 0–1' })
  target: number;
}

export class StaffingShown {
  @ResponseField({ enum: ['erlang_c', 'erlang_a'] }) model: 'erlang_c' | 'erlang_a';
  @ResponseField({ type: 'integer', description: 'at their desks' }) agents: number;
  @ResponseField({ type: 'integer', description: 'on the roster: ⌈agents ÷ (1 − shrinkage)⌉' })
  rostered: number;
  @ResponseField() trafficErlang: number;
  @ResponseField({ description: 'share that has to wait, 0–1' }) pWait: number;
  @ResponseField({
    description: 'mean wait of all contacts; under Erlang A those who give up are among them',
  })
  asaSeconds: number;
  @ResponseField({ description: 'answered in time ÷ (answered + given up after that time), 0–1' })
  serviceLevel: number;
  @ResponseField({ description: 'handling ÷ (handling + available), 0–1' }) occupancy: number;
  @ResponseField({ description: 'share that gives up, 0–1' }) abandonment: number;
}

export class StaffingDayShown {
  @ResponseField({ type: [StaffingShown] }) data: StaffingShown[];
}
