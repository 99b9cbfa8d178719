import { describe, expect, it } from '@jest/globals';
import { formatTicketNumber, TicketNumbers } from '#wasl/tickets';
import { emptyDraft } from './draft.js';
import { parsePoint, formatPoint, reportsAlreadyOffered, withReportsOffered } from './location.js';

describe('a point on the map', () => {
  it('is the device’s position, rounded to about a metre', () => {
    expect(parsePoint({ lat: '26.228512345', long: '50.5860' })).toEqual({ lat: 26.22851, long: 50.586 });
    expect(parsePoint({ lat: '-90', long: '180' })).toEqual({ lat: -90, long: 180 });
    expect(formatPoint({ lat: 26.22851, long: 50.586 })).toBe('26.22851, 50.58600');
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
    expect(parsePoint({ lat, long })).toBeNull();
  });
});

describe('reports that were already offered', () => {
  it('are stored once each, latest first, without invalid numbers', () => {
    const numbers = new TicketNumbers(Buffer.alloc(32, 1));
    const [one, two] = [1, 2].map((n) => formatTicketNumber(numbers.numberOf(n, 2026)));
    const draft = withReportsOffered({ ...emptyDraft(), seen: one! }, [two!, one!, 'x', '']);
    expect(reportsAlreadyOffered(draft)).toEqual([two, one]);
    expect(reportsAlreadyOffered({ seen: 'a,b,,' })).toEqual([]);
  });
});
