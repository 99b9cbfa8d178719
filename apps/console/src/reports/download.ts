import { problemOf } from '../api/problem.js';
import type { ReportQuery } from '../api/types.js';
import { currentLanguage } from '../i18n/i18n.js';

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type ReportFormat = keyof typeof TYPES;

/** Asks for the report as a file in the reader's language and hands it to the browser. @throws Problem */
export async function downloadReport(query: ReportQuery, format: ReportFormat): Promise<void> {
  const address = `/api/v1/reports/intervals?${new URLSearchParams({ ...query })}`;
  const headers = {
    Accept: `${TYPES[format]}, application/problem+json`,
    'Accept-Language': currentLanguage(),
  };
  const response = await fetch(address, { headers });
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${query.queue ?? 'wasl'}-${query.from}-${query.to}.${format}`;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
