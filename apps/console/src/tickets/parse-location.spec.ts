import { parseLocation } from './parse-location.js';

describe('placeOf', () => {
  it.each([
    ['26.2285, 50.5860', { lat: 26.2285, long: 50.586 }],
    ['26.2285 50.5860', { lat: 26.2285, long: 50.586 }],
    ['٢٦٫٢٢٨٥، ٥٠٫٥٨٦', { lat: 26.2285, long: 50.586 }],
    ['-4.5,-120.25', { lat: -4.5, long: -120.25 }],
  ])('should read %s as a point on the map', (text, place) => expect(parseLocation(text)).toEqual(place));

  it.each(['Road 12, block 340', '95.1, 50.2', '26', 'مجمع ٣٤٠، طريق ١٢'])(
    'should leave %s in its words',
    (text) => expect(parseLocation(` ${text} `)).toEqual({ address: text }),
  );

  it('should be undefined for an empty text', () => expect(parseLocation('  ')).toBeUndefined());
});
