import { downloadFile } from '../api/download-file.js';

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
export function downloadReport(
  report: 'intervals' | 'breakdown',
  query: object,
  name: string,
  format: ReportFormat,
): Promise<void> {
  const address = `/api/v1/reports/${report}?${new URLSearchParams({ ...query })}`;
  return downloadFile(address, TYPES[format], `${name}.${format}`);
}
