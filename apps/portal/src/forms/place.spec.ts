import { describe, expect, it } from '@jest/globals';
import { formatTicketNumber, TicketNumbers } from '#wasl/tickets';
import { emptyDraft } from './draft.js';
import { pointOf, pointText, seenOf, withSeen } from './place.js';

describe('a point on the map', () => {
  it('is the device’s position, rounded to about a metre', () => {
    expect(pointOf({ lat: '26.228512345', long: '50.5860' })).toEqual({ lat: 26.22851, long: 50.586 });
    expect(pointOf({ lat: '-90', long: '180' })).toEqual({ lat: -90, long: 180 });
    expect(pointText({ lat: 26.22851, long: 50.586 })).toBe('26.22851, 50.58600');
  });

  it.each([
    ['', ''],
    ['26.2', ''],
    ['91', '0'],
    ['0', '-181'],
    ['1e1', '2'],
    ['NaN', '0'],
    ['26,2', '50'],
  ])('is not what cannot be one: %s, %s', (lat, long) => {
    expect(pointOf({ lat, long })).toBeNull();
  });
});

describe('reports that were already offered', () => {
  it('are stored once each, latest first, without invalid numbers', () => {
    const numbers = new TicketNumbers(Buffer.alloc(32, 1));
    const [one, two] = [1, 2].map((n) => formatTicketNumber(numbers.numberOf(n, 2026)));
    const draft = withSeen({ ...emptyDraft(), seen: one! }, [two!, one!, 'x', '']);
    expect(seenOf(draft)).toEqual([two, one]);
    expect(seenOf({ seen: 'a,b,,' })).toEqual([]);
  });
});
