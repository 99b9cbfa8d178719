import fc from 'fast-check';
import { fromOtherSide, LINKS, linkSeenFrom, storedLink } from './links.js';

describe('a link between two tickets', () => {
  const link = fc.constantFrom(...LINKS);
  const pair = fc.uniqueArray(fc.bigInt({ min: 1n, max: 1_000n }).map(String), {
    minLength: 2,
    maxLength: 2,
  });

  it('should be stored as one row, from whichever side it was made', () => {
    fc.assert(
      fc.property(pair, link, ([one, other], as) => {
        expect(storedLink(one!, as, other!)).toEqual(storedLink(other!, fromOtherSide(as), one!));
      }),
    );
  });

  it('should read as it was made, and as the inverse from the other side', () => {
    fc.assert(
      fc.property(pair, link, ([one, other], as) => {
        const row = storedLink(one!, as, other!);
        expect(linkSeenFrom(row, one!)).toBe(as);
        expect(linkSeenFrom(row, other!)).toBe(fromOtherSide(as));
      }),
    );
  });
});
