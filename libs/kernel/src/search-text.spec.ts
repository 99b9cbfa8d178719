import { toSearchText } from './search-text.js';

describe('search text', () => {
  it.each([
    ['المدرسة', 'المدرسه'],
    ['مستشفى', 'مستشفي'],
    ['أحمد', 'احمد'],
    ['إدارة', 'اداره'],
    ['مسؤول', 'مسوول'],
    ['وزارةُ الصِّحَّة', 'وزاره الصحه'],
    ['شـــارع', 'شارع'],
    ['رقم ٢٠٢٦', 'رقم 2026'],
    ['ﻻ', 'لا'],
  ])('should find %s when %s is written', (a, b) => {
    expect(toSearchText(a)).toBe(toSearchText(b));
  });

  it('should fold accents, case and width in Latin script', () => {
    expect(toSearchText('  Café   ＡＢＣ ')).toBe('cafe abc');
  });
});
