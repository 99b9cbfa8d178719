import { Choice, NestedList, ResponseField, Text } from '#wasl/platform';
import { ROSTER_STATES, type RosterState } from '#wasl/routing';
import { RuleAuthor } from './routing.dto.js';

const TIME = { max: 30, description: 'ISO 8601 with a zone' };

export class PeriodQuery {
  @Text(TIME) from: string;
  @Text(TIME) to: string;
}
export class ShiftBody {
  @Text({ max: 254, description: 'id or e-mail address' }) agent: string;
  @Text(TIME) from: string;
  @Text(TIME) to: string;
  @Choice(ROSTER_STATES, { optional: true, description: 'available when left out' }) state?: RosterState;
  @Text({ max: 40, optional: true }) reason?: string;
}
export class RosterBody extends PeriodQuery {
  @NestedList(() => ShiftBody, { maxItems: 5_000, description: 'all that begin in the period' })
  shifts: ShiftBody[];
}

export class ShiftShown {
  @ResponseField({ format: 'uuid' }) agent: string;
  @ResponseField() name: string;
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ format: 'date-time' }) to: string;
  @ResponseField({ enum: ROSTER_STATES }) state: RosterState;
  @ResponseField({ type: String, nullable: true }) reason: string | null;
}
export class RosterMeta {
  @ResponseField({ description: 'the country’s, by whose clocks people work' }) zone: string;
  @ResponseField({
    description: 'of the shifts that begin in the period; whoever replaces them sends it as If-Match',
  })
  version: string;
}
export class RosterAnswer {
  @ResponseField({ type: [ShiftShown] }) data: ShiftShown[];
  @ResponseField() meta: RosterMeta;
}
export class AdherenceShown {
  @ResponseField() agent: RuleAuthor;
  @ResponseField({ type: 'integer' }) scheduledSeconds: number;
  @ResponseField({ type: 'integer' }) inStateSeconds: number;
  @ResponseField({
    type: Number,
    nullable: true,
    description: 'time in the scheduled state ÷ scheduled time',
  })
  percent: number | null;
}
export class AdherenceAnswer {
  @ResponseField({ type: [AdherenceShown] }) data: AdherenceShown[];
}
