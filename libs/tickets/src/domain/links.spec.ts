import fc from 'fast-check';
import { inverseLinkType, LINK_TYPES, linkTypeSeenFrom, toStoredLink } from './links.js';

describe('a link between two tickets', () => {
  const link = fc.constantFrom(...LINK_TYPES);
  const pair = fc.uniqueArray(fc.bigInt({ min: 1n, max: 1_000n }).map(String), {
    minLength: 2,
    maxLength: 2,
  });

  it('should be stored as one row, from whichever side it was made', () => {
    fc.assert(
      fc.property(pair, link, ([one, other], as) => {
        expect(toStoredLink(one!, as, other!)).toEqual(toStoredLink(other!, inverseLinkType(as), one!));
      }),
    );
  });

  it('should read as it was made, and as the inverse from the other side', () => {
    fc.assert(
      fc.property(pair, link, ([one, other], as) => {
        const row = toStoredLink(one!, as, other!);
        expect(linkTypeSeenFrom(row, one!)).toBe(as);
        expect(linkTypeSeenFrom(row, other!)).toBe(inverseLinkType(as));
      }),
    );
  });
});
