import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CLOCK, type Clock } from '#wasl/kernel';
import { preferredLanguage, RequiresPermission, SETTINGS, type Settings } from '#wasl/platform';
import {
  BreakdownNames,
  BreakdownReport,
  breakdownTable,
  type Dimension,
  NO_FILTER,
  FIGURES_BY,
  IntervalReport,
  type NamedBreakdownRow,
  type TimeRange,
  parseRange,
} from '#wasl/reporting';
import { BreakdownAnswer, BreakdownQuery } from './breakdown.dto.js';
import { CSV, figuresShown, sendFile, XLSX } from './report-answer.js';

const MOST_DAYS = 366;

interface Asked {
  range: TimeRange;
  by: Dimension;
  live: boolean | null;
}

/** Contact-centre figures by queue, channel, entity, service or agent, over any period. */
@ApiTags('reports')
@Controller('api/v1/reports')
export class BreakdownController {
  constructor(
    @Inject(BreakdownReport) private readonly report: BreakdownReport,
    @Inject(BreakdownNames) private readonly names: BreakdownNames,
    @Inject(IntervalReport) private readonly intervals: IntervalReport,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('breakdown')
  @RequiresPermission('report.read')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/json', CSV, XLSX)
  @ApiOkResponse({ type: BreakdownAnswer })
  async breakdown(
    @Query() query: BreakdownQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const type = request.accepts('application/json', CSV, XLSX) || 'application/json';
    const asked: Asked = {
      range: parseRange(query, { zone: this.intervals.zone, mostDays: MOST_DAYS, now: this.clock.now() }),
      by: query.by,
      live: query.media ? query.media === 'live' : null,
    };
    const rows = await this.names.withNames(
      asked.by,
      await this.report.rows(asked.range, asked.by, asked.live),
    );
    response.vary('Accept').vary('Accept-Language');
    if (type === 'application/json') response.json(await this.answer(asked, rows));
    else await this.send(type, asked, rows, request, response);
  }

  private async answer({ range, by, live }: Asked, rows: NamedBreakdownRow[]): Promise<BreakdownAnswer> {
    const totals = await this.intervals.totals(range, 15, { ...NO_FILTER, live });
    return {
      data: rows.map(({ key, name, figures }) => ({
        key: key || null,
        name,
        ...figuresShown(figures, null),
      })),
      meta: {
        from: new Date(range.from).toISOString(),
        to: new Date(range.to).toISOString(),
        by,
        zone: this.intervals.zone,
        figures: [...FIGURES_BY[by]],
        serviceLevelVariant: this.settings.SERVICE_LEVEL_VARIANT,
        shortAbandonSeconds: this.settings.SHORT_ABANDON_SECONDS,
        totals: figuresShown(totals, null),
      },
    };
  }

  private async send(
    type: string,
    { by }: Asked,
    rows: NamedBreakdownRow[],
    request: Request,
    response: Response,
  ): Promise<void> {
    const language = preferredLanguage(request.headers['accept-language']);
    const table = breakdownTable(by, {
      language,
      variant: this.settings.SERVICE_LEVEL_VARIANT,
      shortSeconds: this.settings.SHORT_ABANDON_SECONDS,
    });
    async function* all() {
      yield await Promise.resolve(rows);
    }
    await sendFile(response, { type, table, rows: all(), name: `by-${by}` });
  }
}
