import { describe, expect, it } from '@jest/globals';
import { readCountryProfile } from '../profile.js';
import { checkIdentityNumber, normalizeIdentityNumber } from './identity-number.js';

describe('An identity number', () => {
  it.each([
    ['٠٨٠٥١٢٣٤٥', '080512345'],
    ['080 512-345', '080512345'],
    ['\u2066 01-234567\u2069', '01234567'],
    ['ab 12', 'AB12'],
  ])('typed as %s is kept as %s', (typed, kept) => expect(normalizeIdentityNumber(typed)).toBe(kept));

  it.each([
    ['bh', '080512345', null],
    // Some do not begin with a year and a month.
    ['bh', '999912345', null],
    ['bh', '80512345', 'form'],
    ['bn', '01234567', null],
    ['bn', '0123456', 'form'],
    ['ps', '800000002', null],
    ['ps', '800000003', 'check_digit'],
    ['ps', '80000000', 'form'],
    ['lb', 'ANYTHING', null],
  ])('in %s: %s is doubted for %s', (country, number, doubt) => {
    expect(checkIdentityNumber(number, readCountryProfile(country))).toBe(doubt);
  });
});
