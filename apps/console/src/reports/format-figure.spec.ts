import type { Figures } from '../api/types.js';
import { formatFigure } from './format-figure.js';

const formats = { number: (value: number) => String(value), percent: (value: number) => `${value} %` };
const figures = {
  offered: 12,
  asaSeconds: 8.26,
  occupancy: null,
  serviceLevel: { percent: 82.69, thresholdSeconds: 20 },
} as unknown as Figures;

describe('a figure', () => {
  it.each([
    ['offered', 'count', '12'],
    ['asaSeconds', 'seconds', '8.3'],
    ['occupancy', 'percent', '—'],
    ['serviceLevel', 'percent', '82.69 %'],
  ] as const)('should show %s as %s: %s', (key, unit, shown) => {
    expect(formatFigure({ key, unit }, figures, formats)).toBe(shown);
  });
});
