import { SERVICE_LEVEL_VARIANTS, type ServiceLevelVariant } from '#wasl/contracts';
import { Choice, Shown, Text } from '#wasl/platform';
import { DIMENSIONS, type Dimension } from '#wasl/reporting';
import { FiguresShown, LocalizedText } from './intervals.dto.js';

export class BreakdownQuery {
  @Choice(DIMENSIONS) by: Dimension;
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
  @Choice(['live', 'written'], {
    optional: true,
    description: 'conversations that somebody holds the line for, or written work; both without it',
  })
  media?: 'live' | 'written';
}

export class BreakdownShown extends FiguresShown {
  @Shown({
    type: String,
    nullable: true,
    description:
      'of the queue, channel or entity its key, of the service its code, of the agent the id; null: of none',
  })
  key: string | null;
  @Shown() name: LocalizedText;
}

export class BreakdownMeta {
  @Shown({ format: 'date-time' }) from: string;
  @Shown({ format: 'date-time' }) to: string;
  @Shown({ enum: DIMENSIONS }) by: Dimension;
  @Shown({ description: 'on whose clocks days begin' }) zone: string;
  @Shown({ type: [String], description: 'names of the figures that mean something by this' })
  figures: string[];
  @Shown({ enum: SERVICE_LEVEL_VARIANTS }) serviceLevelVariant: ServiceLevelVariant;
  @Shown() shortAbandonSeconds: number;
  @Shown({ description: 'the same figures over all of them' }) totals: FiguresShown;
}

export class BreakdownAnswer {
  @Shown({ type: [BreakdownShown] }) data: BreakdownShown[];
  @Shown() meta: BreakdownMeta;
}
