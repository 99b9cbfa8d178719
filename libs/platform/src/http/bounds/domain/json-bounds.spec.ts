import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findJsonFault, type JsonBounds } from './json-bounds.js';

const BOUNDS: JsonBounds = { depth: 4, values: 20, names: 5, text: 30 };
const WIDE: JsonBounds = { depth: 100, values: 10_000, names: 1_000, text: 100_000 };

interface Measured {
  depth: number;
  values: number;
  names: number;
  text: number;
}

/** The same measurements, taken from the parsed value. */
function measure(value: unknown): Measured {
  if (typeof value === 'string')
    return { depth: 0, values: 1, names: 0, text: JSON.stringify(value).length - 2 };
  if (value === null || typeof value !== 'object') return { depth: 0, values: 1, names: 0, text: 0 };
  const names = Array.isArray(value) ? [] : Object.keys(value);
  const inside = Object.values(value).map(measure);
  const most = (of: keyof Measured) => Math.max(0, ...inside.map((one) => one[of]));
  return {
    depth: 1 + most('depth'),
    // What is counted are brackets and commas, one for the text: an empty container counts as one that has one value.
    values: 1 + (inside.length === 0 ? 1 : inside.reduce((sum, one) => sum + one.values, 0)),
    names: Math.max(names.length, most('names')),
    text: Math.max(most('text'), ...names.map((name) => JSON.stringify(name).length - 2)),
  };
}

describe('the bounds of a JSON text', () => {
  it.each([
    ['a scalar', '1', null],
    ['an object', '{"a":1,"b":[1,2]}', null],
    ['depth at the bound', '[[[[]]]]', null],
    ['depth beyond it', '[[[[[]]]]]', 'too_complex'],
    ['depth that never closes', '['.repeat(240_000), 'too_complex'],
    ['objects that never close', '{"a":'.repeat(48_000), 'too_complex'],
    ['too many items', `[${'1,'.repeat(30)}1]`, 'too_complex'],
    ['too many objects', `[${'{},'.repeat(30)}{}]`, 'too_complex'],
    ['commas alone', ','.repeat(30), 'too_complex'],
    ['too many names', '{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}', 'too_complex'],
    ['a long text', `"${'a'.repeat(31)}"`, 'too_complex'],
    ['a long text that never ends', `"${'a'.repeat(31)}`, 'too_complex'],
    ['a long name', `{"${'a'.repeat(31)}":1}`, 'too_complex'],
    ['brackets within a text', '"[[[[[[[[{{{{,,,,,,,,,,,,,,"', null],
    ['a quote within a text', '["\\"[[[[[[[","\\\\"]', null],
    ['a name twice', '{"a":1,"a":2}', 'duplicate'],
    ['a name twice, once in disguise', '{"a":1,"\\u0061":2}', 'duplicate'],
    ['a name twice, apart', '{"a":1,"b":{"a":2},"a" \n:3}', 'duplicate'],
    ['the same name in two objects', '[{"a":1},{"a":1}]', null],
    ['the same text twice in a list', '["a","a"]', null],
    ['the same text as name and value', '{"a":"a","b":"a"}', null],
    ['__proto__ as a name', '{"__proto__":1,"constructor":2}', null],
    ['nothing', '', null],
    ['closing what was never opened', ']]]]}}', null],
  ])('finds what is wrong with %s', (_what, text, fault) => {
    expect(findJsonFault(text, BOUNDS)).toBe(fault);
  });

  it('accepts exactly the values within the limits', () => {
    let [passed, refused] = [0, 0];
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const { depth, values, names, text } = measure(value);
        const fault = findJsonFault(JSON.stringify(value, null, indent), BOUNDS);
        const isBeyond =
          depth > BOUNDS.depth || values > BOUNDS.values || names > BOUNDS.names || text > BOUNDS.text;
        expect(fault).toBe(isBeyond ? 'too_complex' : null);
        if (fault) refused++;
        else passed++;
      }),
      { numRuns: 2_000 },
    );
    expect(passed).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });

  it('never refuses a value when the limits are wide', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(findJsonFault(JSON.stringify(value), WIDE)).toBeNull();
      }),
    );
  });

  it('terminates for any text, in one pass', () => {
    const pieces = fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', ':', ' ', 'a', '\\u0000', '\u{1f600}');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => {
        expect([null, 'too_complex', 'duplicate']).toContain(findJsonFault(parts.join(''), BOUNDS));
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes time proportional to the length of the text', () => {
    const worst = ['["\\\\', '"  ', '[]', '{"a":1},', '\\"', '{} : "x" '];
    const timeOf = (text: string) => {
      const runs = Array.from({ length: 5 }, () => {
        const start = process.cpuUsage();
        findJsonFault(text, { depth: 1e9, values: 1e9, names: 1e9, text: 1e9 });
        const { user, system } = process.cpuUsage(start);
        return user + system;
      });
      return Math.min(...runs);
    };
    for (const piece of worst) {
      const [small, large] = [20_000, 200_000].map((count) => timeOf(piece.repeat(count)));
      // Ten times the text; quadratic time would be a hundred times. Below 5 ms differences cannot be measured.
      expect(large!).toBeLessThan(Math.max(small!, 5_000) * 50);
    }
  });
});
