import fc from 'fast-check';
import { boundingBoxAround, distanceMetresBetween } from './geo-distance.js';

const MANAMA = { lat: 26.2285, long: 50.586 };

describe('distances on the map', () => {
  it.each([
    ['the same place', MANAMA, 0],
    ['a street further', { lat: 26.2294, long: 50.586 }, 100],
    ['across the causeway', { lat: 26.2843, long: 50.2083 }, 38_170],
  ])('should measure the distance to %s', (_, other, metres) => {
    expect(Math.abs(distanceMetresBetween(MANAMA, other) - metres)).toBeLessThanOrEqual(metres * 0.01 + 0.5);
  });

  it('should include everything within the distance in the bounding box, anywhere on earth', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const shift = fc.double({ min: -0.002, max: 0.002, noNaN: true });
    fc.assert(
      fc.property(degrees(85), degrees(179), shift, shift, (lat, long, up, right) => {
        const [one, other] = [
          { lat, long },
          { lat: lat + up, long: long + right },
        ];
        const box = boundingBoxAround(one, 100);
        const inside =
          other.lat >= box.south &&
          other.lat <= box.north &&
          other.long >= box.west &&
          other.long <= box.east;
        expect(inside || distanceMetresBetween(one, other) > 99.9).toBe(true);
      }),
    );
  });
});
