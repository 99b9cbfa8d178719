import { durationText, unitOf } from './duration.js';

describe('a duration', () => {
  it.each([
    [0, 'second'],
    [null, 'second'],
    [90, 'second'],
    [120, 'minute'],
    [5_400, 'minute'],
    [-28_800, 'hour'],
    [259_200, 'day'],
  ])('of %p seconds is entered in units of a %s', (seconds, unit) => expect(unitOf(seconds)).toBe(unit));

  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [5_400, '1 hour, 30 minutes'],
    [259_200, '72 hours'],
    [-600, '−10 minutes'],
  ])('of %i seconds reads %s', (seconds, text) => expect(durationText(seconds, 'en-GB')).toBe(text));

  it('uses Arabic plural forms', () => {
    expect(durationText(7_200, 'ar-BH-u-nu-latn')).toBe('ساعتان');
  });
});
