import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { ReportTable } from './report-table.js';

/** By itself csv-stringify quotes only texts with the whole delimiter of records; any line break would end the row. */
const LINE_BREAK = /[\r\n\u2028\u2029]/;

/**
 * Writes a report as CSV (RFC 4180) in UTF-8, with a byte order mark so that spreadsheets read Arabic correctly. Rows
 * are read only as fast as they can be written.
 */
export async function writeCsv<Row>(
  table: ReportTable<Row>,
  rows: AsyncIterable<Row[]>,
  out: Writable,
): Promise<void> {
  async function* lines() {
    yield table.columns.map(({ header }) => header);
    for await (const some of rows) for (const row of some) yield table.cellsOf(row);
  }
  const csv = stringify({ bom: true, record_delimiter: 'windows', quoted_match: LINE_BREAK });
  await pipeline(Readable.from(lines()), csv, out);
}
