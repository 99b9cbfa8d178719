import type { Request, Response } from 'express';
import { pageLinks, requestOrigin, type Settings } from '#wasl/platform';
import { type Figures, type ReportTable, writeCsv, writeXlsx } from '#wasl/reporting';
import type { FiguresShown } from './intervals.dto.js';

export const CSV = 'text/csv';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function figuresShown(figures: Figures, thresholdSeconds: number | null): FiguresShown {
  return { ...figures, serviceLevel: { percent: figures.serviceLevel, thresholdSeconds } };
}

/** Sends rows as JSON, with the header that lists have. They come whole. */
export function sendRows(
  request: Request,
  response: Response,
  settings: Settings,
  answer: { data: unknown[]; meta: { hasMore: boolean; after: string | null } },
): void {
  const url = requestOrigin(request, settings) + request.originalUrl;
  response.append('Link', pageLinks(url, answer.meta));
  response.json(answer);
}

/** Sends a table as a download, row by row. */
export async function sendFile<Row>(
  response: Response,
  file: { type: string; table: ReportTable<Row>; rows: AsyncIterable<Row[]>; name: string },
): Promise<void> {
  const { type, table, rows, name } = file;
  const extension = type === CSV ? 'csv' : 'xlsx';
  response.setHeader('Content-Type', type === CSV ? `${CSV}; charset=utf-8` : XLSX);
  response.setHeader('Content-Language', table.language);
  response.setHeader('Content-Disposition', `attachment; filename="${name}.${extension}"`);
  await (type === CSV ? writeCsv : writeXlsx)(table, rows, response);
}
