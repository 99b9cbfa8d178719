import { CLOCK_KINDS, type ClockKind } from '#wasl/contracts';
import { Moment, Shown, Text } from '#wasl/platform';

export class PromiseAnswer {
  @Shown({ enum: CLOCK_KINDS }) clock: ClockKind;
  @Shown({ enum: ['running', 'at_risk', 'broken', 'paused', 'met'] })
  state: 'running' | 'at_risk' | 'broken' | 'paused' | 'met';
  @Shown({ type: String, enum: ['requester', 'entity', 'third_party', 'settled'], nullable: true })
  pausedFor: 'requester' | 'entity' | 'third_party' | 'settled' | null;
  @Shown({ format: 'date-time' }) startedAt: string;
  @Shown({ format: 'date-time' }) atRiskAt: string;
  @Shown({
    format: 'date-time',
    description: 'while it stands still: when it would be due if it went on at once',
  })
  dueAt: string;
  @Shown({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
}
export class TicketPromisesAnswer {
  @Shown() number: string;
  @Shown({ type: [PromiseAnswer] }) promises: PromiseAnswer[];
}
export class TicketPromisesList {
  @Shown({ type: [TicketPromisesAnswer] }) data: TicketPromisesAnswer[];
}

export class PromiseFiguresQuery {
  @Moment({ description: 'included' }) from: string;
  @Moment({ description: 'not included' }) to: string;
  @Text({ max: 40, optional: true }) queue?: string;
}
export class PromiseFigureAnswer {
  @Shown() queue: string;
  @Shown() policy: string;
  @Shown({ enum: CLOCK_KINDS }) clock: ClockKind;
  @Shown({ type: 'integer' }) met: number;
  @Shown({ type: 'integer' }) broken: number;
  @Shown({ description: 'share kept' }) percent: number;
  @Shown({ type: 'integer', description: 'working time used' }) meanSeconds: number;
  @Shown({ type: 'integer' }) p90Seconds: number;
}
export class PromiseFiguresList {
  @Shown({ type: [PromiseFigureAnswer] }) data: PromiseFigureAnswer[];
}
