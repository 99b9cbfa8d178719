import { toAsciiDigits } from './digits.js';
import { isUuid, uuidv7 } from './identifiers.js';
import { decodeCursor, encodeCursor, pageOf } from './page.js';
import { directionOf } from './languages.js';

describe('digits', () => {
  it('should read Arabic-Indic and Persian digits as ASCII and leave the rest alone', () => {
    expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ a1')).toBe('0123456789 0123456789 a1');
  });
});

describe('digits of every script', () => {
  it.each([
    ['Devanagari', '०१२३४५६७८९'],
    ['Bengali', '০১২৩৪৫৬৭৮৯'],
    ['Gurmukhi', '੦੧੨੩੪੫੬੭੮੯'],
    ['Tamil', '௦௧௨௩௪௫௬௭௮௯'],
    ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
    ['Persian and Urdu', '۰۱۲۳۴۵۶۷۸۹'],
    ['full width', '０１２３４５６７８９'],
  ])('should be read: %s', (_, digits) => {
    expect(toAsciiDigits(digits)).toBe('0123456789');
  });

  it('should be those of Unicode, each with the value that it has there', () => {
    for (let zero = 0x80; zero < 0xffff; zero++) {
      const ten = Array.from({ length: 10 }, (_, n) => String.fromCharCode(zero + n)).join('');
      const isRun = /^\p{Nd}{10}$/u.test(ten) && !/^\p{Nd}$/u.test(String.fromCharCode(zero - 1));
      if (isRun) expect([zero, toAsciiDigits(ten)]).toEqual([zero, '0123456789']);
    }
  });

  it('should leave other numbers and the length of a text alone', () => {
    expect(toAsciiDigits('½ Ⅷ ² 𝟗 ١')).toBe('½ Ⅷ ² 𝟗 1');
  });
});

describe('identifiers', () => {
  it('should be UUIDs that sort in creation order, even within one millisecond', () => {
    const made = Array.from({ length: 10_000 }, () => uuidv7(1_800_000_000_000));
    expect(made.every(isUuid)).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('pages', () => {
  it('should report more rows only when one extra row was found', () => {
    expect(pageOf([1, 2, 3], 2, (n) => [n])).toEqual({
      data: [1, 2],
      meta: { hasMore: true, after: encodeCursor([2]) },
    });
    expect(pageOf([1, 2], 2, (n) => [n])).toEqual({ data: [1, 2], meta: { hasMore: false, after: null } });
  });

  const made = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  const ID = uuidv7();

  it('should read back the keys of each kind', () => {
    const time = '2026-02-28 23:59:59.123456+00';
    const keys = [ID, 7, '123456789012345678', 'سمع', time];
    expect(decodeCursor(encodeCursor(keys), 'uuid', 'integer', 'serial', 'text', 'time')).toEqual(keys);
    expect(decodeCursor(encodeCursor(['2026-02-28T01:02:03.000Z']), 'time')).toHaveLength(1);
  });

  it.each([
    ['text', ''],
    ['text', 'x'],
    ['text', made([1, 2])],
    ['text', made({ a: 1 })],
    ['text', made([{}])],
    ['text', made([1])],
    ['text', made(['a\0'])],
    ['text', made(['\ud800'])],
    ['text', made(['x'.repeat(501)])],
    ['uuid', made(['x'])],
    ['uuid', made([null])],
    ['integer', made(['1'])],
    ['integer', made([1.5])],
    ['integer', made([2 ** 31])],
    ['serial', made(['-1'])],
    ['serial', made([['1']])],
    ['serial', made([1e21])],
    ['serial', made(['1'.repeat(19)])],
    ['time', made(['infinity'])],
    ['time', made(['2026-02-30T00:00:00Z'])],
    ['time', made(['2026-13-01T00:00:00Z'])],
    ['time', made(['2026-01-01T25:00:00Z'])],
    ['time', made(['2026-01-01'])],
    ['time', made(['-271821-04-20T00:00:00Z'])],
  ] as const)('should refuse an invalid %s cursor: %s', (kind, cursor) => {
    expect(() => decodeCursor(cursor, kind)).toThrow('request.invalid');
  });
});

describe('languages', () => {
  it('should have the right writing direction', () => {
    expect(['ar', 'en', 'ms', 'fr', 'fa'].map(directionOf)).toEqual(['rtl', 'ltr', 'ltr', 'ltr', 'rtl']);
  });
});
