import { once } from 'node:events';
import { type Writable } from 'node:stream';
import { directionOf } from '#wasl/kernel';
import type { ReportTable, TableColumn } from './report-table.js';

const FORMATS: Partial<Record<TableColumn['unit'], string>> = {
  count: '#,##0',
  percent: '0.00',
  seconds: '0.0',
  agents: '0.0',
};

/** Writes a report as a workbook with one sheet, row by row; in Arabic the sheet reads from right to left. */
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
  for await (const some of rows) {
    for (const row of some) sheet.addRow(table.cellsOf(row)).commit();
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  await workbook.commit();
}
