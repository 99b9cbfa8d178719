import { describe, expect, it } from '@jest/globals';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import { TEXTS } from './index.js';

type Leaf = string | ((...args: never[]) => unknown);

function leaves(value: unknown, path = ''): [string, Leaf][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf]];
  return Object.entries(value as object).flatMap(([key, item]) => leaves(item, `${path}.${key}`));
}

describe('the texts', () => {
  it('use six plural forms in Arabic', () => {
    const { results } = TEXTS.ar.home;
    expect([0, 1, 2, 3, 11, 100, 103].map(results)).toEqual([
      'لم نجد أي خدمة',
      'وجدنا خدمة واحدة',
      'وجدنا خدمتين',
      'وجدنا 3 خدمات',
      'وجدنا 11 خدمة',
      'وجدنا 100 خدمة',
      'وجدنا 103 خدمات',
    ]);
  });

  it('use two plural forms in English', () => {
    expect([0, 1, 2].map(TEXTS.en.form.errorTitle)).toEqual([
      'There are 0 problems',
      'There is 1 problem',
      'There are 2 problems',
    ]);
  });

  it('have as many items in each list in both languages', () => {
    expect(leaves(TEXTS.ar).map(([path]) => path)).toEqual(leaves(TEXTS.en).map(([path]) => path));
  });

  it('contain Arabic letters in Arabic', () => {
    const foreign = leaves(TEXTS.ar).filter(
      ([, text]) => typeof text === 'string' && !/\p{Script=Arabic}/u.test(text),
    );
    expect(foreign.map(([path]) => path)).toEqual(['.site.otherLanguage']);
  });

  it('show ticket numbers that the form would accept', () => {
    for (const language of ['ar', 'en'] as const) {
      const shown = leaves(TEXTS[language]).flatMap(
        ([, text]) => String(text).match(/\d{4}-\d{4}-\d{4}/g) ?? [],
      );
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.map((number) => formatTicketNumber(parseTicketNumber(number) ?? ''))).toEqual(shown);
    }
  });
});
