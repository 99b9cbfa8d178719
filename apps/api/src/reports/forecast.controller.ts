import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Catalogue } from '#wasl/directory';
import { CLOCK, type Clock } from '#wasl/kernel';
import { RequiresPermission } from '#wasl/platform';
import {
  IntervalReport,
  intervalStart,
  parseRange,
  type StaffingPlan,
  StaffingPlanReader,
} from '#wasl/reporting';
import { ForecastAnswer, ForecastQuery } from './forecast.dto.js';

const MOST_DAYS = 62;

/** Forecast of arrivals and of the agents needed. */
@ApiTags('reports')
@Controller('api/v1/reports')
export class ForecastController {
  constructor(
    @Inject(StaffingPlanReader) private readonly plans: StaffingPlanReader,
    @Inject(IntervalReport) private readonly report: IntervalReport,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('forecast')
  @RequiresPermission('report.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ForecastAnswer })
  async forecast(@Query() query: ForecastQuery): Promise<ForecastAnswer> {
    const { from, to, queue, size, channel, media, ...asked } = query;
    const minutes = size === '15' ? 15 : 30;
    const given = parseRange(
      { from, to },
      { zone: this.report.zone, mostDays: MOST_DAYS, now: this.clock.now() },
    );
    const range = { from: intervalStart(given.from, minutes, this.report.zone), to: given.to };
    const filter = {
      queue: queue ? (await this.catalogue.queueByKey(queue)).key : null,
      channel: channel ?? null,
      live: media ? media === 'live' : null,
    };
    const plan = await this.plans.read(range, minutes, filter, asked);
    return {
      data: plan.intervals.map((interval) => ({
        ...interval,
        start: new Date(interval.start).toISOString(),
        end: new Date(interval.end).toISOString(),
        expected: interval.expected === null ? null : round(interval.expected),
        rostered: round(interval.rostered),
        present: interval.present === null ? null : round(interval.present),
      })),
      meta: {
        from: new Date(range.from).toISOString(),
        to: new Date(range.to).toISOString(),
        size: minutes,
        zone: this.report.zone,
        historyDays: plan.historyDays,
        terms: termsShown(plan),
        accuracy: {
          days: Math.round((plan.over * minutes) / 1_440),
          wape: plan.wape === null ? null : Math.round(plan.wape * 1e4) / 1e4,
        },
      },
    };
  }
}

function termsShown({ terms }: StaffingPlan) {
  return {
    model: terms.patienceSeconds == null ? ('erlang_c' as const) : ('erlang_a' as const),
    target: terms.target,
    ahtSeconds: round(terms.ahtSeconds),
    ahtSource: terms.ahtSource,
    thresholdSeconds: terms.thresholdSeconds,
    patienceSeconds: terms.patienceSeconds ?? null,
    maxOccupancy: terms.maxOccupancy ?? null,
    shrinkage: terms.shrinkage ?? 0,
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
