import type { Figure, Figures } from '../api/types.js';
import type { Formats } from '../i18n/format.js';

/** A figure as it is read: percentages with their sign, means to a tenth; a dash where there is nothing to say. */
export function valueOf(
  { key, unit }: Pick<Figure, 'key' | 'unit'>,
  figures: Figures,
  { number, percent }: Pick<Formats, 'number' | 'percent'>,
): string {
  const found = figures[key as keyof Figures];
  const value = typeof found === 'object' && found !== null ? found.percent : found;
  if (value === null || value === undefined) return '—';
  return unit === 'percent' ? percent(value) : number(Math.round(value * 10) / 10);
}
