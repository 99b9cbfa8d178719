import { describe, expect, it } from '@jest/globals';
import { distanceMetres, hasComparableAddress, nearestFirst, type DescribedLocation } from './same-place.js';

const HERE = { lat: 26.2285, long: 50.586 };
/** A point this many metres to the north. */
const north = (metres: number) => ({ ...HERE, lat: HERE.lat + metres / 111_195 });
const at = (point: DescribedLocation['point'], address: string | null = null): DescribedLocation => ({
  point,
  address,
});

describe('the same place', () => {
  it('should include locations within 150 metres, whatever their addresses', () => {
    expect(distanceMetres(at(HERE, 'Road 23'), at(north(140), 'Behind the mosque'))).toBe(140);
    expect(distanceMetres(at(HERE), at(HERE))).toBe(0);
    expect(distanceMetres(at(HERE), at(north(160)))).toBeUndefined();
  });

  it.each([
    ['Road 23, Manama', 'manama road ٢٣'],
    ['شارع المدرسة 12', 'شارع مدرسه ١٢'],
    ['Road 23', 'Road 23, Manama'],
    ['مجمع ٣٠٥ طريق ٢٣', 'طريق 23، مجمّع 305، المنامة'],
  ])('should include the same words: %s and %s', (one, other) => {
    expect(distanceMetres(at(null, one), at(null, other))).toBeNull();
    expect(distanceMetres(at(null, other), at(HERE, one))).toBeNull();
  });

  it.each([
    ['Road 23', 'Road 24'],
    ['Manama', 'Manama'],
    ['Road 23, house 5', 'Road 23, house 9'],
    ['', ''],
    [null, null],
    ['المنامة', 'المنامة'],
  ])('should not include addresses that share only a part: %s and %s', (one, other) => {
    expect(distanceMetres(at(null, one), at(null, other))).toBeUndefined();
  });

  it('should not include streets of the same name in two towns, when the map shows that', () => {
    expect(distanceMetres(at(HERE, 'Road 23'), at(north(5_000), 'Road 23'))).toBeUndefined();
    expect(distanceMetres(at(HERE, 'Road 23'), at(north(500), 'Road 23'))).toBeNull();
  });

  it('should be compared only when there are enough words', () => {
    expect(hasComparableAddress('Road 23')).toBe(true);
    expect(hasComparableAddress('Manama')).toBe(false);
    expect(hasComparableAddress(null)).toBe(false);
  });
});

describe('the order of matches', () => {
  it('should be nearest first, then those that only match by words, newest first', () => {
    const report = (name: string, metres: number | null, day: number) => ({
      name,
      metres,
      filedAt: new Date(Date.UTC(2026, 0, day)),
    });
    const found = [
      report('old words', null, 1),
      report('far', 140, 9),
      report('words', null, 2),
      report('near', 3, 1),
    ];
    expect(nearestFirst(found).map(({ name }) => name)).toEqual(['near', 'far', 'words', 'old words']);
  });
});
