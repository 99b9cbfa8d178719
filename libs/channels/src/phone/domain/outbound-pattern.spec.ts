import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patternsOf, readPattern } from './outbound-pattern.js';

describe('a pattern of destinations', () => {
  it.each([
    ['+973*', '+973*'],
    ['00973 *', '+973*'],
    ['+٩٧٣١٧-000000', '+97317000000'],
    ['999', '999'],
    ['*', '*'],
  ])('should read %s', (text, pattern) => expect(readPattern(text)).toBe(pattern));

  it.each(['', '+', '+*', '**', '+973*1', 'abc', '1'.repeat(16), '[0-9]*', '%'])('should refuse %j', (text) =>
    expect(readPattern(text)).toBeNull(),
  );

  it('should fit every beginning of a number, the longest first, and nothing else', () => {
    const number = fc.stringMatching(/^\+?[0-9]{1,15}$/);
    fc.assert(
      fc.property(number, number, (dialled, other) => {
        const fitting = patternsOf(dialled);
        expect(fitting[0]).toBe(dialled);
        expect(fitting.at(-1)).toBe('*');
        expect(fitting.includes(`${other}*`)).toBe(dialled.startsWith(other));
        const lengths = fitting.slice(1).map((pattern) => pattern.length);
        expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
        for (const pattern of fitting) expect(readPattern(pattern) ?? '00').toMatch(/^(\+|\*|0|[1-9])/);
      }),
    );
  });

  it('should fit only the pattern for all when no number was dialled', () =>
    expect(patternsOf('mona')).toEqual(['*']));
});
