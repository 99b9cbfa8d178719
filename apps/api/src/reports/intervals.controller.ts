import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Catalogue } from '#wasl/directory';
import { CLOCK, type Clock } from '#wasl/kernel';
import { preferredLanguage, RequiresPermission, SETTINGS, type Settings } from '#wasl/platform';
import {
  BacklogReader,
  figureTexts,
  IntervalReport,
  type IntervalRow,
  parseRange,
  reportTable,
} from '#wasl/reporting';
import { FigureList, IntervalsAnswer, IntervalsQuery } from './intervals.dto.js';
import { CSV, figuresShown, sendFile, sendRows, XLSX } from './report-answer.js';

/** A file may cover a year, a screen a month. */
const MOST_DAYS = { json: 31, file: 366 };

/** Contact-centre figures by interval and queue, as JSON or as a file. */
@ApiTags('reports')
@Controller('api/v1/reports')
export class IntervalsController {
  constructor(
    @Inject(IntervalReport) private readonly report: IntervalReport,
    @Inject(BacklogReader) private readonly backlog: BacklogReader,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('intervals')
  @RequiresPermission('report.read')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/json', CSV, XLSX)
  @ApiOkResponse({ type: IntervalsAnswer })
  async intervals(
    @Query() query: IntervalsQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const type = request.accepts('application/json', CSV, XLSX) || 'application/json';
    const mostDays = type === 'application/json' ? MOST_DAYS.json : MOST_DAYS.file;
    const asked = {
      range: parseRange(query, { zone: this.report.zone, mostDays, now: this.clock.now() }),
      size: query.size === '15' ? (15 as const) : (30 as const),
      filter: {
        queue: query.queue ? (await this.catalogue.queueByKey(query.queue)).key : null,
        channel: query.channel ?? null,
        live: query.media ? query.media === 'live' : null,
      },
    };
    response.vary('Accept').vary('Accept-Language');
    if (type === 'application/json') sendRows(request, response, this.settings, await this.answer(asked));
    else await this.send(type, asked, request, response);
  }

  /** The name and definition of each figure. */
  @Get('figures')
  @RequiresPermission('report.read')
  @ApiOkResponse({ type: FigureList })
  figures(): FigureList {
    const { SERVICE_LEVEL_VARIANT, SHORT_ABANDON_SECONDS } = this.settings;
    const texts = figureTexts(SERVICE_LEVEL_VARIANT, SHORT_ABANDON_SECONDS);
    return { data: Object.entries(texts).map(([key, text]) => ({ key, ...text })) };
  }

  private async answer({ range, size, filter }: Asked): Promise<IntervalsAnswer> {
    const thresholds = new Map(
      (await this.catalogue.queues()).map((queue) => [queue.key, queue.thresholdSeconds]),
    );
    const data: IntervalsAnswer['data'] = [];
    for await (const rows of this.report.rows(range, size, filter))
      data.push(...rows.map((row) => shown(row, thresholds.get(row.queue) ?? null)));
    const totals = await this.report.totals(range, size, filter);
    const threshold = filter.queue === null ? null : (thresholds.get(filter.queue) ?? null);
    return {
      data,
      meta: {
        from: new Date(range.from).toISOString(),
        to: new Date(range.to).toISOString(),
        size,
        zone: this.report.zone,
        serviceLevelVariant: this.settings.SERVICE_LEVEL_VARIANT,
        shortAbandonSeconds: this.settings.SHORT_ABANDON_SECONDS,
        totals: figuresShown(totals, threshold),
        backlog: await this.backlog.read(filter.queue),
        hasMore: false,
        after: null,
      },
    };
  }

  private async send(type: string, asked: Asked, request: Request, response: Response): Promise<void> {
    const language = preferredLanguage(request.headers['accept-language']);
    const queues = await this.catalogue.queues();
    const table = reportTable({
      language,
      zone: this.report.zone,
      variant: this.settings.SERVICE_LEVEL_VARIANT,
      shortSeconds: this.settings.SHORT_ABANDON_SECONDS,
      queueNames: new Map(queues.map((row) => [row.key, language === 'ar' ? row.nameAr : row.nameEn])),
    });
    const rows = this.report.rows(asked.range, asked.size, asked.filter);
    await sendFile(response, { type, table, rows, name: 'intervals' });
  }
}

interface Asked {
  range: Parameters<IntervalReport['rows']>[0];
  size: Parameters<IntervalReport['rows']>[1];
  filter: Parameters<IntervalReport['rows']>[2];
}

function shown({ start, end, queue, figures }: IntervalRow, thresholdSeconds: number | null) {
  return {
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    queue,
    ...figuresShown(figures, thresholdSeconds),
  };
}
