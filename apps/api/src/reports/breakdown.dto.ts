import { SERVICE_LEVEL_VARIANTS, type ServiceLevelVariant } from '#wasl/contracts';
import { Choice, ResponseField, Text } from '#wasl/platform';
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
  @ResponseField({
    type: String,
    nullable: true,
    description:
      'of the queue, channel or entity its key, of the service its code, of the agent the id; null: of none',
  })
  key: string | null;
  @ResponseField() name: LocalizedText;
}

export class BreakdownMeta {
  @ResponseField({ format: 'date-time' }) from: string;
  @ResponseField({ format: 'date-time' }) to: string;
  @ResponseField({ enum: DIMENSIONS }) by: Dimension;
  @ResponseField({ description: 'on whose clocks days begin' }) zone: string;
  @ResponseField({ type: [String], description: 'names of the figures that mean something by this' })
  figures: string[];
  @ResponseField({ enum: SERVICE_LEVEL_VARIANTS }) serviceLevelVariant: ServiceLevelVariant;
  @ResponseField() shortAbandonSeconds: number;
  @ResponseField({ description: 'the same figures over all of them' }) totals: FiguresShown;
}

export class BreakdownAnswer {
  @ResponseField({ type: [BreakdownShown] }) data: BreakdownShown[];
  @ResponseField() meta: BreakdownMeta;
}
