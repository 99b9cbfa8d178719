import { OmitType } from '@nestjs/swagger';
import { QueryDecimal, Shown } from '#wasl/platform';
import { IntervalsQuery } from './intervals.dto.js';

const DAY = 86_400;
const number = { type: Number, nullable: true } as const;

export class ForecastQuery extends OmitType(IntervalsQuery, []) {
  @QueryDecimal({ min: 0, max: 1, description: 'service level wanted, 0–1; 0.8 without it' }) target?: number;
  @QueryDecimal({ min: 1, max: DAY, description: 'as measured over the last four weeks without it' })
  ahtSeconds?: number;
  @QueryDecimal({ min: 0, max: DAY, description: 'the queue’s without it' }) thresholdSeconds?: number;
  @QueryDecimal({ min: 1, max: DAY, description: 'with it Erlang A, without it Erlang C' })
  patienceSeconds?: number;
  @QueryDecimal({ min: 0.01, max: 1 }) maxOccupancy?: number;
  @QueryDecimal({ min: 0, max: 0.95 }) shrinkage?: number;
}

export class ForecastIntervalShown {
  @Shown({ format: 'date-time' }) start: string;
  @Shown({ format: 'date-time' }) end: string;
  @Shown({ ...number, description: 'contacts expected to arrive; null while the history is too short' })
  expected: number | null;
  @Shown({ ...number, description: 'contacts that arrived; null of what is not over' }) arrived:
    number | null;
  @Shown({ type: 'integer', nullable: true, description: 'agents required at their desks' })
  required: number | null;
  @Shown({ type: 'integer', nullable: true, description: 'agents required on the roster, after shrinkage' })
  requiredRostered: number | null;
  @Shown({ description: 'agents rostered as available' }) rostered: number;
  @Shown({ ...number, description: 'agents at work; null of what is to come' }) present: number | null;
}

export class ForecastTermsShown {
  @Shown({ enum: ['erlang_c', 'erlang_a'] }) model: 'erlang_c' | 'erlang_a';
  @Shown() target: number;
  @Shown() ahtSeconds: number;
  @Shown({ enum: ['given', 'measured', 'assumed'] }) ahtSource: 'given' | 'measured' | 'assumed';
  @Shown() thresholdSeconds: number;
  @Shown(number) patienceSeconds: number | null;
  @Shown(number) maxOccupancy: number | null;
  @Shown() shrinkage: number;
}

export class ForecastAccuracyShown {
  @Shown({ type: 'integer', description: 'days that are over and lie in the range' }) days: number;
  @Shown({ ...number, description: 'weighted absolute percentage error of these, by interval, 0–1' })
  wape: number | null;
}

export class ForecastMeta {
  @Shown({ format: 'date-time' }) from: string;
  @Shown({ format: 'date-time' }) to: string;
  @Shown({ enum: [15, 30] }) size: number;
  @Shown() zone: string;
  @Shown({ type: 'integer', description: 'days that it was learned from' }) historyDays: number;
  @Shown() terms: ForecastTermsShown;
  @Shown() accuracy: ForecastAccuracyShown;
}

export class ForecastAnswer {
  @Shown({ type: [ForecastIntervalShown] }) data: ForecastIntervalShown[];
  @Shown() meta: ForecastMeta;
}
