import { DateTime } from 'luxon';
import type { UiLanguage } from '#wasl/kernel';
import { guardFormula } from '../domain/export/guard-formula.js';
import type { FigureName, Figures } from '../domain/measures/figures.js';
import { figureTexts, type FigureUnit } from '../domain/measures/figure-texts.js';
import type { IntervalRow } from '../domain/measures/rows.js';
import type { ServiceLevelVariant } from '#wasl/contracts';

export type CellValue = string | number | null;

export interface TableColumn {
  header: string;
  unit: FigureUnit | 'text';
}

/** A report as a table in a language: what a spreadsheet shows, whatever its format. */
export interface ReportTable {
  language: UiLanguage;
  columns: TableColumn[];
  cellsOf(row: IntervalRow): CellValue[];
}

const PLACE = {
  from: { ar: 'من', en: 'From' },
  to: { ar: 'إلى', en: 'To' },
  queue: { ar: 'الطابور', en: 'Queue' },
};
const UNIT = { ar: { percent: '٪', seconds: 'ث' }, en: { percent: '%', seconds: 's' } };

export function reportTable(options: {
  language: UiLanguage;
  zone: string;
  variant: ServiceLevelVariant;
  shortSeconds: number;
  /** by key, in the language */
  queueNames: ReadonlyMap<string, string>;
}): ReportTable {
  const { language, zone } = options;
  const texts = figureTexts(options.variant, options.shortSeconds);
  const names = Object.keys(texts) as FigureName[];
  const place = (['from', 'to', 'queue'] as const).map((name) => ({
    header: PLACE[name][language],
    unit: 'text' as const,
  }));
  const columns = names.map((name) => {
    const { unit, name: called } = texts[name];
    const sign = unit === 'percent' || unit === 'seconds' ? ` (${UNIT[language][unit]})` : '';
    return { header: called[language] + sign, unit };
  });
  const local = (ms: number) => DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd HH:mm');
  return {
    language,
    columns: [...place, ...columns].map((column) => ({ ...column, header: guardFormula(column.header) })),
    cellsOf: ({ start, end, queue, figures }) => [
      local(start),
      local(end),
      guardFormula(options.queueNames.get(queue) ?? queue),
      ...names.map((name) => figures[name] as Figures[FigureName]),
    ],
  };
}
