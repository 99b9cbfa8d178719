import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_FAULTS, unstorableText, unstorableValues, printablePath } from './unstorable-values.js';

describe('values that cannot be stored', () => {
  it.each([
    ['NUL in a text', { a: { b: ['x', 'y\0'] } }, [{ path: 'a.b.1', code: 'control_character' }]],
    ['half a character', { a: '\ud83d' }, [{ path: 'a', code: 'unicode' }]],
    ['the other half', ['\ude00'], [{ path: '0', code: 'unicode' }]],
    ['halves in the wrong order', { a: '\ude00\ud83d' }, [{ path: 'a', code: 'unicode' }]],
    ['no finite number', JSON.parse('{"n":1e999}'), [{ path: 'n', code: 'number' }]],
    ['__proto__', JSON.parse('{"a":{"__proto__":{"x":1}}}'), [{ path: 'a.__proto__', code: 'unknown' }]],
    ['NUL in a name', { 'a\0b': 1 }, [{ path: 'a�b', code: 'unknown' }]],
    ['half a character in a name', { 'a\ud800': 1 }, [{ path: 'a�', code: 'unknown' }]],
    ['NUL alone', '\0', [{ path: '', code: 'control_character' }]],
  ])('are found: %s', (_what, value, faults) => {
    expect(unstorableValues(value)).toEqual(faults);
  });

  it('are reported in document order, at most twenty', () => {
    const faults = unstorableValues(Array.from({ length: 100 }, () => '\0'));
    expect(faults.map(({ path }) => path)).toEqual(Array.from({ length: MAX_FAULTS }, (_, n) => String(n)));
  });

  it('do not occur in UTF-8 JSON without escapes', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        expect(unstorableValues(value).filter(({ path }) => path !== '__proto__')).toEqual([]);
      }),
    );
  });

  it('are exactly the texts with NUL and those that cannot be encoded as UTF-8', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const half = fc.constantFrom('\ud83d', '\ude00', '\ud800', 'a', '\0');
    fc.assert(
      fc.property(fc.array(fc.oneof(unit, half), { maxLength: 8 }), (units) => {
        const text = units.join('');
        const survives = Buffer.from(text).toString() === text && !text.includes('\0');
        expect(unstorableText(text) === null).toBe(survives);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a field path that is returned to the sender', () => {
  it('has no line breaks or bidi controls, and is short', () => {
    expect(printablePath('a\r\nb\u202ec\u200bd')).toBe('a��b�c�d');
    expect(printablePath('x'.repeat(1_000))).toHaveLength(120);
    expect(printablePath('tags.0')).toBe('tags.0');
  });
});
