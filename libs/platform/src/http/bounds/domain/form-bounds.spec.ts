import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formObject, formPairs } from './form-bounds.js';

const BOUNDS = { pairs: 5, text: 10 };

describe('the pairs of a form', () => {
  it('are what a browser sent', () => {
    expect(formPairs('a=1&a[b]=2&%D8%A7=%D8%A8+x&c', BOUNDS)).toEqual([
      ['a', '1'],
      ['a[b]', '2'],
      ['ا', 'ب x'],
      ['c', ''],
    ]);
    expect(formPairs('', BOUNDS)).toEqual([]);
  });

  it('contain no lone surrogates, whatever the bytes', () => {
    expect(formPairs('a=%ED%A0%80%ff%', BOUNDS)?.[0]?.[1]).not.toMatch(/\p{Surrogate}/u);
  });

  it.each([
    ['too many', 'a&'.repeat(5) + 'a'],
    ['too many empty ones', '&'.repeat(240_000)],
    ['a long value', `a=${'x'.repeat(11)}`],
    ['a long name', `${'x'.repeat(201)}=1`],
    ['deep brackets in a long name', `a${'[b]'.repeat(80)}=1`],
  ])('are refused: %s', (_what, text) => {
    expect(formPairs(text, BOUNDS)).toBeNull();
  });

  it('survive encoding and parsing, whatever they are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (pairs) => {
        const encoded = new URLSearchParams(pairs).toString();
        expect(formPairs(encoded, { pairs: 5, text: 100 })).toEqual(pairs);
      }),
    );
  });
});

describe('a form as an object', () => {
  it('turns repeated names into lists and has no prototype', () => {
    const form = formObject([
      ['a', '1'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['a', '2'],
      ['a', '3'],
    ]);
    expect(Object.entries(form)).toEqual([
      ['a', ['1', '2', '3']],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(form)).toBeNull();
  });
});
