import { CLOCK_KINDS, type ClockKind } from '#wasl/contracts';
import { TimestampField, ResponseField, Text } from '#wasl/platform';

export class SlaTargetAnswer {
  @ResponseField({ enum: CLOCK_KINDS }) clock: ClockKind;
  @ResponseField({ enum: ['running', 'at_risk', 'broken', 'paused', 'met'] })
  state: 'running' | 'at_risk' | 'broken' | 'paused' | 'met';
  @ResponseField({ type: String, enum: ['requester', 'entity', 'third_party', 'settled'], nullable: true })
  pausedFor: 'requester' | 'entity' | 'third_party' | 'settled' | null;
  @ResponseField({ format: 'date-time' }) startedAt: string;
  @ResponseField({ format: 'date-time' }) atRiskAt: string;
  @ResponseField({
    format: 'date-time',
    description: 'while it stands still: when it would be due if it went on at once',
  })
  dueAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
}
export class TicketSlaTargetsAnswer {
  @ResponseField() number: string;
  @ResponseField({ type: [SlaTargetAnswer] }) promises: SlaTargetAnswer[];
}
export class TicketSlaTargetsList {
  @ResponseField({ type: [TicketSlaTargetsAnswer] }) data: TicketSlaTargetsAnswer[];
}

export class SlaAttainmentQuery {
  @TimestampField({ description: 'included' }) from: string;
  @TimestampField({ description: 'not included' }) to: string;
  @Text({ max: 40, optional: true }) queue?: string;
}
export class SlaAttainmentAnswer {
  @ResponseField() queue: string;
  @ResponseField() policy: string;
  @ResponseField({ enum: CLOCK_KINDS }) clock: ClockKind;
  @ResponseField({ type: 'integer' }) met: number;
  @ResponseField({ type: 'integer' }) broken: number;
  @ResponseField({ description: 'share kept' }) percent: number;
  @ResponseField({ type: 'integer', description: 'working time used' }) meanSeconds: number;
  @ResponseField({ type: 'integer' }) p90Seconds: number;
}
export class SlaAttainmentList {
  @ResponseField({ type: [SlaAttainmentAnswer] }) data: SlaAttainmentAnswer[];
}
