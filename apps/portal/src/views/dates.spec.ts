import { describe, expect, it } from '@jest/globals';
import { readCountryProfile } from '#wasl/country';
import { dateFormatter } from './dates.js';

const AT = '2026-03-19T22:30:00.000Z';

describe('dates', () => {
  it('are in the country’s zone, wherever the reader is', () => {
    expect(dateFormatter('en', readCountryProfile('bh')).day(AT)).toMatch(/^Friday,? 20 March 2026$/);
    expect(dateFormatter('en', readCountryProfile('bn')).moment(AT)).toMatch(/20 March 2026.* 0?6:30$/);
  });

  it('have the country’s month names, and the digits it chose', () => {
    const march = (country: string) => dateFormatter('ar', readCountryProfile(country)).day(AT);
    expect(march('bh')).toContain('مارس');
    expect(march('lb')).toContain('آذار');
    expect(march('bh')).toContain('2026');
    const eastern = { ...readCountryProfile('bh'), latinDigits: false };
    expect(dateFormatter('ar', eastern).day(AT)).toContain('٢٠٢٦');
  });
});
