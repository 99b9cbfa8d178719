import { describe, expect, it } from '@jest/globals';
import { apart, hasTellingWords, nearestFirst, type Place } from './same-place.js';

const HERE = { lat: 26.2285, long: 50.586 };
/** A step to the north of so many metres. */
const north = (metres: number) => ({ ...HERE, lat: HERE.lat + metres / 111_195 });
const at = (point: Place['point'], address: string | null = null): Place => ({ point, address });

describe('the same place', () => {
  it('should be what lies within 150 metres, whatever it is called', () => {
    expect(apart(at(HERE, 'Road 23'), at(north(140), 'Behind the mosque'))).toBe(140);
    expect(apart(at(HERE), at(HERE))).toBe(0);
    expect(apart(at(HERE), at(north(160)))).toBeUndefined();
  });

  it.each([
    ['Road 23, Manama', 'manama road ٢٣'],
    ['شارع المدرسة 12', 'شارع مدرسه ١٢'],
    ['Road 23', 'Road 23, Manama'],
    ['مجمع ٣٠٥ طريق ٢٣', 'طريق 23، مجمّع 305، المنامة'],
  ])('should be what has the same words: %s and %s', (one, other) => {
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
  ])('should not be what only a part has in common: %s and %s', (one, other) => {
    expect(apart(at(null, one), at(null, other))).toBeUndefined();
  });

  it('should not be two streets of one name in two towns, when the map shows that', () => {
    expect(apart(at(HERE, 'Road 23'), at(north(5_000), 'Road 23'))).toBeUndefined();
    expect(apart(at(HERE, 'Road 23'), at(north(500), 'Road 23'))).toBeNull();
  });

  it('should be asked for only when there are words to compare', () => {
    expect(hasTellingWords('Road 23')).toBe(true);
    expect(hasTellingWords('Manama')).toBe(false);
    expect(hasTellingWords(null)).toBe(false);
  });
});

describe('what is shown first', () => {
  it('should be the nearest, and of those that only words place here the newest', () => {
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
