import { describe, expect, it } from '@jest/globals';
import { apart, hasTellingWords, nearestFirst, type Place } from './same-place.js';

const HERE = { lat: 26.2285, long: 50.586 };
/** A point this many metres to the north. */
const north = (metres: number) => ({ ...HERE, lat: HERE.lat + metres / 111_195 });
const at = (point: Place['point'], address: string | null = null): Place => ({ point, address });

describe('the same place', () => {
  it('should include locations within 150 metres, whatever their addresses', () => {
    expect(apart(at(HERE, 'Road 23'), at(north(140), 'Behind the mosque'))).toBe(140);
    expect(apart(at(HERE), at(HERE))).toBe(0);
    expect(apart(at(HERE), at(north(160)))).toBeUndefined();
  });

  it.each([
    ['Road 23, Manama', 'manama road ٢٣'],
    ['شارع المدرسة 12', 'شارع مدرسه ١٢'],
    ['Road 23', 'Road 23, Manama'],
    ['مجمع ٣٠٥ طريق ٢٣', 'طريق 23، مجمّع 305، المنامة'],
  ])('should include the same words: %s and %s', (one, other) => {
    expect(apart(at(null, one), at(null, other))).toBeNull();
    expect(apart(at(null, other), at(HERE, one))).toBeNull();
  });

  it.each([
    ['Road 23', 'Road 24'],
    ['Manama', 'Manama'],
    ['Road 23, house 5', 'Road 23, house 9'],
    ['', ''],
    [null, null],
    ['المنامة', 'المنامة'],
  ])('should not include addresses that share only a part: %s and %s', (one, other) => {
    expect(apart(at(null, one), at(null, other))).toBeUndefined();
  });

  it('should not include streets of the same name in two towns, when the map shows that', () => {
    expect(apart(at(HERE, 'Road 23'), at(north(5_000), 'Road 23'))).toBeUndefined();
    expect(apart(at(HERE, 'Road 23'), at(north(500), 'Road 23'))).toBeNull();
  });

  it('should be compared only when there are enough words', () => {
    expect(hasTellingWords('Road 23')).toBe(true);
    expect(hasTellingWords('Manama')).toBe(false);
    expect(hasTellingWords(null)).toBe(false);
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
