import { toAsciiDigits } from './digits.js';
import { isUuid, uuidv7 } from './identifiers.js';
import { decodeCursor, encodeCursor, pageOf } from './page.js';
import { directionOf } from './languages.js';

describe('digits', () => {
  it('should read Arabic-Indic and Persian digits as ASCII and leave the rest alone', () => {
    expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ a1')).toBe('0123456789 0123456789 a1');
  });
});

describe('identifiers', () => {
  it('should be UUIDs in the order in which they were made, even within one millisecond', () => {
    const made = Array.from({ length: 10_000 }, () => uuidv7(1_800_000_000_000));
    expect(made.every(isUuid)).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('pages', () => {
  it('should say that there is more only when one row more was found', () => {
    expect(pageOf([1, 2, 3], 2, (n) => [n])).toEqual({
      data: [1, 2],
      meta: { hasMore: true, after: encodeCursor([2]) },
    });
    expect(pageOf([1, 2], 2, (n) => [n])).toEqual({ data: [1, 2], meta: { hasMore: false, after: null } });
  });

  it.each([
    '',
    'x',
    encodeCursor([1, 2]),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[{}]').toString('base64url'),
  ])('should refuse a cursor it did not make: %s', (cursor) => {
    expect(() => decodeCursor(cursor, 1)).toThrow('request.invalid');
  });
});

describe('languages', () => {
  it('should know which are written from the right', () => {
    expect(['ar', 'en', 'ms', 'fr', 'fa'].map(directionOf)).toEqual(['rtl', 'ltr', 'ltr', 'ltr', 'rtl']);
  });
});
