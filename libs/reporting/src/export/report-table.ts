import { DateTime } from 'luxon';
import type { ServiceLevelVariant } from '#wasl/contracts';
import type { Localized, UiLanguage } from '#wasl/kernel';
import { guardFormula } from '../domain/export/guard-formula.js';
import { type Dimension, FIGURES_BY } from '../domain/figures/breakdown.js';
import { DIMENSION_NAMES } from '../domain/figures/breakdown-texts.js';
import type { FigureName, Figures } from '../domain/figures/figures.js';
import { figureTexts, type FigureUnit } from '../domain/figures/figure-texts.js';
import type { IntervalRow } from '../domain/figures/rows.js';

export type CellValue = string | number | null;

export interface TableColumn {
  header: string;
  unit: FigureUnit | 'text';
}

/** A report as a table in one language, independent of the file format. */
export interface ReportTable<Row> {
  language: UiLanguage;
  title: string;
  columns: TableColumn[];
  /** number of leading columns that identify a row */
  labelColumns: number;
  cellsOf(row: Row): CellValue[];
}

interface Form {
  language: UiLanguage;
  variant: ServiceLevelVariant;
  shortSeconds: number;
}

const PLACE = {
  from: { ar: 'من', en: 'From' },
  to: { ar: 'إلى', en: 'To' },
  queue: DIMENSION_NAMES.queue,
};
const UNIT = { ar: { percent: '٪', seconds: 'ث' }, en: { percent: '%', seconds: 's' } };
const INTERVALS = { ar: 'الفترات', en: 'Intervals' };

export function reportTable(
  options: Form & {
    zone: string;
    /** by key, in the report's language */
    queueNames: ReadonlyMap<string, string>;
  },
): ReportTable<IntervalRow> {
  const { zone } = options;
  const local = (ms: number) => DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd HH:mm');
  const heads = [PLACE.from, PLACE.to, PLACE.queue];
  const figures = Object.keys(figureTexts(options.variant, options.shortSeconds)) as FigureName[];
  return tableOf(options, { title: INTERVALS, heads, figures }, ({ start, end, queue }) => [
    local(start),
    local(end),
    guardFormula(options.queueNames.get(queue) ?? queue),
  ]);
}

/** By queue, channel, entity, service or agent, with the figures that apply to it. */
export function breakdownTable(
  by: Dimension,
  form: Form,
): ReportTable<{ key: string; name: Localized; figures: Figures }> {
  const title = DIMENSION_NAMES[by];
  return tableOf(form, { title, heads: [title], figures: FIGURES_BY[by] }, ({ name }) => [
    guardFormula(name[form.language]),
  ]);
}

function tableOf<Row extends { figures: Figures }>(
  { language, variant, shortSeconds }: Form,
  { title, heads, figures }: { title: Localized; heads: Localized[]; figures: readonly FigureName[] },
  placeOf: (row: Row) => CellValue[],
): ReportTable<Row> {
  const texts = figureTexts(variant, shortSeconds);
  const place = heads.map((head) => ({ header: head[language], unit: 'text' as const }));
  const columns = figures.map((name) => {
    const { unit, name: called } = texts[name];
    const sign = unit === 'percent' || unit === 'seconds' ? ` (${UNIT[language][unit]})` : '';
    return { header: called[language] + sign, unit };
  });
  return {
    language,
    title: title[language],
    columns: [...place, ...columns].map((column) => ({ ...column, header: guardFormula(column.header) })),
    labelColumns: heads.length,
    cellsOf: (row) => [...placeOf(row), ...figures.map((name) => row.figures[name] as Figures[FigureName])],
  };
}
