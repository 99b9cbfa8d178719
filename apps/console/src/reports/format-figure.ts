import type { Figure, Figures } from '../api/types.js';
import type { Formats } from '../i18n/format.js';

/** Formats a figure: percentages with their sign, means to one decimal, a dash for no value. */
export function formatFigure(
  { key, unit }: Pick<Figure, 'key' | 'unit'>,
  figures: Figures,
  { number, percent }: Pick<Formats, 'number' | 'percent'>,
): string {
  const found = figures[key as keyof Figures];
  const value = typeof found === 'object' && found !== null ? found.percent : found;
  if (value === null || value === undefined) return '—';
  return unit === 'percent' ? percent(value) : number(Math.round(value * 10) / 10);
}
