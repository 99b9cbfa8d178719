import fc from 'fast-check';
import { DateTime } from 'luxon';
import { localDay } from './local-day.js';

const ZONES = [
  'Asia/Bahrain',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Hebron',
  'Asia/Brunei',
  'America/Santiago',
  'UTC',
];
/** Days with clock changes, some of them at midnight. */
const CHANGES = [
  '2023-03-25',
  '2023-03-29',
  '2023-04-29',
  '2023-10-28',
  '2023-10-29',
  '2024-04-06',
  '2024-09-08',
];

describe('the local day of a moment', () => {
  it('should be right for any order of look-ups and around clock changes', () => {
    const anyMoment = fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -36 * 60, max: 36 * 60 }))
      .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000));
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.array(anyMoment, { minLength: 2, maxLength: 12 }),
        (zone, moments) => {
          for (const at of moments)
            expect(localDay(at, zone)).toBe(DateTime.fromJSDate(at, { zone }).toISODate());
        },
      ),
      { numRuns: 500 },
    );
  });
});
