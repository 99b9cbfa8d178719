import { CHANNELS, type Channel, SERVICE_LEVEL_VARIANTS, type ServiceLevelVariant } from '#wasl/contracts';
import { Choice, Shown, Text } from '#wasl/platform';

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
  @Shown(percent) percent: number | null;
  @Shown({ type: 'integer', nullable: true }) thresholdSeconds: number | null;
}

export class FiguresShown {
  @Shown({ type: 'integer' }) offered: number;
  @Shown({ type: 'integer' }) answered: number;
  @Shown({ type: 'integer' }) abandoned: number;
  @Shown({ type: 'integer' }) shortAbandoned: number;
  @Shown({ type: 'integer' }) withinThreshold: number;
  @Shown() serviceLevel: ServiceLevelOfInterval;
  @Shown(seconds) asaSeconds: number | null;
  @Shown({ type: 'integer' }) handled: number;
  @Shown(seconds) ahtSeconds: number | null;
  @Shown(seconds) talkSeconds: number | null;
  @Shown(seconds) holdSeconds: number | null;
  @Shown(seconds) acwSeconds: number | null;
  @Shown(percent) occupancy: number | null;
  @Shown(percent) abandonment: number | null;
  @Shown({ type: 'integer' }) transferred: number;
  @Shown(percent) transferRate: number | null;
  @Shown({ type: 'integer', description: 'tickets resolved or closed' }) settled: number;
  @Shown({ type: 'integer' }) reopened: number;
  @Shown(percent) reopenRate: number | null;
  @Shown({ type: 'integer' }) ratings: number;
  @Shown(percent) csat: number | null;
  @Shown(percent) responseRate: number | null;
  @Shown({ description: 'mean number of agents at work' }) present: number;
  @Shown({ description: 'mean number of agents rostered as available' }) rostered: number;
  @Shown({ ...percent, description: 'percent; null without a roster' }) adherence: number | null;
}

export class IntervalShown extends FiguresShown {
  @Shown({ format: 'date-time' }) start: string;
  @Shown({ format: 'date-time' }) end: string;
  @Shown() queue: string;
}

export class BacklogShown {
  @Shown() queue: string;
  @Shown({ type: 'integer', description: 'tickets neither resolved nor closed' }) open: number;
  @Shown({ ...seconds, description: 'median age in business time' }) ageP50Seconds: number | null;
  @Shown({ ...seconds, description: 'the age in business time that one in ten exceeds' }) ageP90Seconds:
    number | null;
}

export class IntervalsMeta {
  @Shown({ format: 'date-time' }) from: string;
  @Shown({ format: 'date-time' }) to: string;
  @Shown({ enum: [15, 30] }) size: number;
  @Shown({ description: 'on whose clocks intervals begin' }) zone: string;
  @Shown({ enum: SERVICE_LEVEL_VARIANTS }) serviceLevelVariant: ServiceLevelVariant;
  @Shown() shortAbandonSeconds: number;
  @Shown({ description: 'the same figures over the whole range' }) totals: FiguresShown;
  @Shown({ type: [BacklogShown], description: 'as it is now' }) backlog: BacklogShown[];
  @Shown() hasMore: boolean;
  @Shown({ type: String, nullable: true }) after: string | null;
}

export class IntervalsAnswer {
  @Shown({ type: [IntervalShown] }) data: IntervalShown[];
  @Shown() meta: IntervalsMeta;
}

export class LocalizedText {
  @Shown() ar: string;
  @Shown() en: string;
}

export class FigureShown {
  @Shown({ description: 'its name in the rows' }) key: string;
  @Shown({ enum: ['count', 'percent', 'seconds', 'agents'] }) unit: string;
  @Shown() name: LocalizedText;
  @Shown() formula: LocalizedText;
}

export class FigureList {
  @Shown({ type: [FigureShown] }) data: FigureShown[];
}
