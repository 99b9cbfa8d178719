import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { directionOf } from '#wasl/kernel';
import type { CellValue, ReportTable, TableColumn } from './report-table.js';

const FORMATS: Partial<Record<TableColumn['unit'], string>> = {
  count: '#,##0',
  percent: '0.00',
  seconds: '0.0',
  agents: '0.0',
};

/** Rows of a sheet, the header included. */
export const MOST_XLSX_ROWS = 1_048_576;
/** Excel calls a workbook with a longer text damaged. */
const LONGEST_TEXT = 32_767;
/** Characters that XML does not allow and exceljs writes all the same. */
const NOT_XML = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Writes a report as a workbook with one sheet, row by row; in Arabic the sheet reads from right to left. Texts that are
 * too long for a cell end with an ellipsis.
 * @throws when `out` is closed before everything was written
 */
export async function writeXlsx<Row>(
  table: ReportTable<Row>,
  rows: AsyncIterable<Row[]>,
  out: Writable,
): Promise<void> {
  // A large library that is seldom needed: loaded on demand.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = workbook.addWorksheet(table.title, {
    views: [
      {
        state: 'frozen',
        xSplit: table.labelColumns,
        ySplit: 1,
        rightToLeft: directionOf(table.language) === 'rtl',
      },
    ],
  });
  sheet.columns = table.columns.map(({ header, unit }) => ({
    header,
    width: unit === 'text' ? 18 : Math.max(10, header.length + 2),
    style: FORMATS[unit] ? { numFmt: FORMATS[unit] } : {},
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  // A reader who has gone neither drains nor finishes, and exceljs would wait for ever.
  const closed = finished(out);
  closed.catch(() => undefined);
  for await (const some of rows) {
    for (const row of some) sheet.addRow(table.cellsOf(row).map(cell)).commit();
    if (out.destroyed) await closed;
    await Promise.race([compressed(sheet), closed]);
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), closed]);
  }
  await Promise.race([workbook.commit(), closed]);
}

/** exceljs hands rows over without waiting until they are compressed: waits for those so far. */
function compressed(sheet: object): Promise<unknown> {
  const { pipes } = (sheet as { stream: { pipes: Writable[] } }).stream;
  return Promise.all(pipes.map((pipe) => new Promise((resolve) => pipe.write('', resolve))));
}

function cell(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  const text = value.replace(NOT_XML, '');
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).replace(NOT_XML, '')}…`;
}
