import type { Ledger } from './ledger.js';
import type { Row, Verdict } from './verdict.js';

const COLUMNS = ['sent', 'acknowledged', 'found', 'lost', 'doubled', 'unrouted'] as const;

/** The result table of a run. */
export function report({ rows, offers, wrong, lost }: Verdict): string {
  const total = { channel: 'total' } as Row;
  for (const column of COLUMNS) total[column] = rows.reduce((sum, row) => sum + row[column], 0);
  const lines = [
    line('channel', COLUMNS),
    ...[...rows, total].map((row) =>
      line(
        row.channel,
        COLUMNS.map((column) => String(row[column])),
      ),
    ),
    '',
    latencyLine('accepted → offer, nobody before it', offers.free),
    latencyLine('accepted → offer, all', offers.all),
    ...lost.slice(0, 20).map((what) => `lost: ${what}`),
    ...wrong.slice(0, 20).map((what) => `wrong: ${what}`),
    ...(wrong.length > 20 ? [`wrong: ${wrong.length - 20} more`] : []),
  ];
  return lines.join('\n');
}

const line = (name: string, cells: readonly string[]) =>
  name.padEnd(10) + cells.map((cell) => cell.padStart(14)).join('');

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function latencyLine(name: string, values: number[]): string {
  if (values.length === 0) return `${name}: none`;
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => Math.round(percentile(values, share)));
  return `${name}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (${values.length})`;
}

/** Why some contacts were never acknowledged. */
export function unsent({ items }: Ledger): string[] {
  const faults = [...items.values()].flatMap((item) => [item.fault, item.reply?.fault]);
  return [...new Set(faults.filter((fault) => fault !== undefined))].slice(0, 10);
}
