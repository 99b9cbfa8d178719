import { textParts } from './text-parts.js';

describe('proseParts', () => {
  it('separates telephone and ticket numbers and loses no text', () => {
    const text = 'اتصل على +973 1700 0000 بخصوص 2648-1937-0521.';
    const parts = textParts(text);
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'number', 'text', 'ticket', 'text']);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });

  it('keeps short numbers in the text', () => {
    expect(textParts('block 340, at 14:00')).toEqual([{ kind: 'text', text: 'block 340, at 14:00' }]);
    expect(textParts('')).toEqual([]);
  });
});
