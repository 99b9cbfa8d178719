import { OmitType } from '@nestjs/swagger';
import { QueryDecimal, ResponseField } from '#wasl/platform';
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
  @ResponseField({ format: 'date-time' }) start: string;
  @ResponseField({ format: 'date-time' }) end: string;
  @ResponseField({
    ...number,
    description: 'contacts expected to arrive; null while the history is too short',
  })
  expected: number | null;
  @ResponseField({ ...number, description: 'contacts that arrived; null of what is not over' }) arrived:
    number | null;
  @ResponseField({ type: 'integer', nullable: true, description: 'agents required at their desks' })
  required: number | null;
  @ResponseField({
    type: 'integer',
    nullable: true,
    description: 'agents required on the roster, after shrinkage',
  })
  requiredRostered: number | null;
  @ResponseField({ description: 'agents rostered as available' }) rostered: number;
  @ResponseField({ ...number, description: 'agents at work; null of what is to come' }) present:
    number | null;
}

export class ForecastTermsShown {
  @ResponseField({ enum: ['erlang_c', 'erlang_a'] }) model: 'erlang_c' | 'erlang_a';
  @ResponseField() target: number;
  @ResponseField() ahtSeconds: number;
  @ResponseField({ enum: ['given', 'measured', 'assumed'] }) ahtSource: 'given' | 'measured' | 'assumed';
  @ResponseField() thresholdSeconds: number;
  @ResponseField(number) patienceSeconds: number | null;
  @ResponseField(number) maxOccupancy: number | null;
  @ResponseField() shrinkage: number;
}

export class ForecastAccuracyShown {
  @ResponseField({ type: 'integer', description: 'days that are over and lie in the range' }) days: number;
  @ResponseField({ ...number, description: 'weighted absolute percentage error of these, by interval, 0–1' })
  wape: number | null;
}

export class ForecastMeta {
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ format: 'date-time' }) to: string;
  @ResponseField({ enum: [15, 30] }) size: number;
  @ResponseField() zone: string;
  @ResponseField({ type: 'integer', description: 'days that it was learned from' }) historyDays: number;
  @ResponseField() terms: ForecastTermsShown;
  @ResponseField() accuracy: ForecastAccuracyShown;
}

export class ForecastAnswer {
  @ResponseField({ type: [ForecastIntervalShown] }) data: ForecastIntervalShown[];
  @ResponseField() meta: ForecastMeta;
}
