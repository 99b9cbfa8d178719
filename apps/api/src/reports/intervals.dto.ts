import { CHANNELS, type Channel, SERVICE_LEVEL_VARIANTS, type ServiceLevelVariant } from '#wasl/contracts';
import { Choice, ResponseField, Text } from '#wasl/platform';

const percent = { type: Number, nullable: true, description: 'percent' } as const;
const seconds = { type: Number, nullable: true } as const;

export class IntervalsQuery {
  @Text({
    min: 0,
    max: 40,
    optional: true,
    description: 'a moment with zone, or a day of the country’s calendar; today without it',
    example: '2026-03-01',
  })
  from?: string;
  @Text({ min: 0, max: 40, optional: true, description: 'the same; a moment is excluded, a day included' })
  to?: string;
  @Text({ min: 0, max: 40, optional: true, description: 'key; all queues without it' }) queue?: string;
  @Choice(['15', '30'], { optional: true, description: 'minutes; 30 without it' }) size?: '15' | '30';
  @Choice(CHANNELS, { optional: true }) channel?: Channel;
  @Choice(['live', 'written'], {
    optional: true,
    description: 'conversations that somebody holds the line for, or written work; both without it',
  })
  media?: 'live' | 'written';
}

export class ServiceLevelOfInterval {
  @ResponseField(percent) percent: number | null;
  @ResponseField({ type: 'integer', nullable: true }) thresholdSeconds: number | null;
}

export class FiguresShown {
  @ResponseField({ type: 'integer' }) offered: number;
  @ResponseField({ type: 'integer' }) answered: number;
  @ResponseField({ type: 'integer' }) abandoned: number;
  @ResponseField({ type: 'integer' }) shortAbandoned: number;
  @ResponseField({ type: 'integer' }) withinThreshold: number;
  @ResponseField() serviceLevel: ServiceLevelOfInterval;
  @ResponseField(seconds) asaSeconds: number | null;
  @ResponseField({ type: 'integer' }) handled: number;
  @ResponseField(seconds) ahtSeconds: number | null;
  @ResponseField(seconds) talkSeconds: number | null;
  @ResponseField(seconds) holdSeconds: number | null;
  @ResponseField(seconds) acwSeconds: number | null;
  @ResponseField(percent) occupancy: number | null;
  @ResponseField(percent) abandonment: number | null;
  @ResponseField({ type: 'integer' }) transferred: number;
  @ResponseField(percent) transferRate: number | null;
  @ResponseField({ type: 'integer', description: 'tickets resolved or closed' }) settled: number;
  @ResponseField({ type: 'integer' }) reopened: number;
  @ResponseField(percent) reopenRate: number | null;
  @ResponseField({ type: 'integer' }) ratings: number;
  @ResponseField(percent) csat: number | null;
  @ResponseField(percent) responseRate: number | null;
  @ResponseField({ description: 'mean number of agents at work' }) present: number;
  @ResponseField({ description: 'mean number of agents rostered as available' }) rostered: number;
  @ResponseField({ ...percent, description: 'percent; null without a roster' }) adherence: number | null;
}

export class IntervalShown extends FiguresShown {
  @ResponseField({ format: 'date-time' }) start: string;
  @ResponseField({ format: 'date-time' }) end: string;
  @ResponseField() queue: string;
}

export class BacklogShown {
  @ResponseField() queue: string;
  @ResponseField({ type: 'integer', description: 'tickets neither resolved nor closed' }) open: number;
  @ResponseField({ ...seconds, description: 'median age in business time' }) ageP50Seconds: number | null;
  @ResponseField({ ...seconds, description: 'the age in business time that one in ten exceeds' })
  ageP90Seconds: number | null;
}

export class IntervalsMeta {
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ format: 'date-time' }) to: string;
  @ResponseField({ enum: [15, 30] }) size: number;
  @ResponseField({ description: 'on whose clocks intervals begin' }) zone: string;
  @ResponseField({ enum: SERVICE_LEVEL_VARIANTS }) serviceLevelVariant: ServiceLevelVariant;
  @ResponseField() shortAbandonSeconds: number;
  @ResponseField({ description: 'the same figures over the whole range' }) totals: FiguresShown;
  @ResponseField({ type: [BacklogShown], description: 'as it is now' }) backlog: BacklogShown[];
  @ResponseField() hasMore: boolean;
  @ResponseField({ type: String, nullable: true }) after: string | null;
}

export class IntervalsAnswer {
  @ResponseField({ type: [IntervalShown] }) data: IntervalShown[];
  @ResponseField() meta: IntervalsMeta;
}

export class LocalizedText {
  @ResponseField() ar: string;
  @ResponseField() en: string;
}

export class FigureShown {
  @ResponseField({ description: 'its name in the rows' }) key: string;
  @ResponseField({ enum: ['count', 'percent', 'seconds', 'agents'] }) unit: string;
  @ResponseField() name: LocalizedText;
  @ResponseField() formula: LocalizedText;
}

export class FigureList {
  @ResponseField({ type: [FigureShown] }) data: FigureShown[];
}
