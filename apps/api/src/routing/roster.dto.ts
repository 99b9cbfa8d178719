import { Choice, GroupList, Shown, Text } from '#wasl/platform';
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
  @GroupList(() => ShiftBody, { maxItems: 5_000, description: 'all that begin in the period' })
  shifts: ShiftBody[];
}

export class ShiftShown {
  @Shown({ format: 'uuid' }) agent: string;
  @Shown() name: string;
  @Shown({ format: 'date-time' }) from: string;
  @Shown({ format: 'date-time' }) to: string;
  @Shown({ enum: ROSTER_STATES }) state: RosterState;
  @Shown({ type: String, nullable: true }) reason: string | null;
}
export class RosterMeta {
  @Shown({ description: 'the country’s, by whose clocks people work' }) zone: string;
  @Shown({
    description: 'of the shifts that begin in the period; whoever replaces them sends it as If-Match',
  })
  version: string;
}
export class RosterAnswer {
  @Shown({ type: [ShiftShown] }) data: ShiftShown[];
  @Shown() meta: RosterMeta;
}
export class AdherenceShown {
  @Shown() agent: RuleAuthor;
  @Shown({ type: 'integer' }) scheduledSeconds: number;
  @Shown({ type: 'integer' }) inStateSeconds: number;
  @Shown({ type: Number, nullable: true, description: 'time in the scheduled state ÷ scheduled time' })
  percent: number | null;
}
export class AdherenceAnswer {
  @Shown({ type: [AdherenceShown] }) data: AdherenceShown[];
}
