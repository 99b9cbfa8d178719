import { problemOf } from '../api/problem.js';
import { currentLanguage } from '../i18n/i18n.js';

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type ReportFormat = keyof typeof TYPES;

/**
 * Downloads a report in the user's language.
 * @param name file name without extension
 * @throws Problem
 */
export async function downloadReport(
  report: 'intervals' | 'breakdown',
  query: object,
  name: string,
  format: ReportFormat,
): Promise<void> {
  const address = `/api/v1/reports/${report}?${new URLSearchParams({ ...query })}`;
  const headers = {
    Accept: `${TYPES[format]}, application/problem+json`,
    'Accept-Language': currentLanguage(),
  };
  const response = await fetch(address, { headers });
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.${format}`;
  link.click();
  // The browser reads the object URL asynchronously, so it is revoked later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
