import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CountryCode, getCountries, getExampleNumber } from 'libphonenumber-js/max';
import { readCountryProfile } from '../profile.js';
import { readCallerNumber } from './caller-number.js';

type Examples = Parameters<typeof getExampleNumber>[1];
const require = createRequire(import.meta.url);
const examples = JSON.parse(
  readFileSync(require.resolve('libphonenumber-js/examples.mobile.json'), 'utf8'),
) as Examples;
const COUNTRIES = ['bh', 'ps', 'lb', 'bn'] as const;
const read = (country: string, text: string | null) => readCallerNumber(text, readCountryProfile(country));

describe('numbers of callers', () => {
  it.each([
    // national, as each country writes it
    ['bh', '17123456', '+97317123456'],
    ['bh', '36001234', '+97336001234'],
    ['bh', '97317123456', '+97317123456'],
    ['ps', '0599123456', '+970599123456'],
    ['ps', '599123456', '+970599123456'],
    ['ps', '+0599123456', '+970599123456'],
    ['lb', '03123456', '+9613123456'],
    ['lb', '70 123 456', '+96170123456'],
    ['bn', '2421234', '+6732421234'],
    ['bh', '199', '199'],
    ['bh', '80008001', '80008001'],
    // abroad, with and without a sign of it
    ['bh', '+966501234567', '+966501234567'],
    ['bh', '00966501234567', '+966501234567'],
    ['bh', '+00966501234567', '+966501234567'],
    ['bh', '966501234567', '+966501234567'],
    ['bh', '4915112345678', '+4915112345678'],
    ['ps', '972502345678', '+972502345678'],
    ['lb', '33612345678', '+33612345678'],
    ['bn', '60123456789', '+60123456789'],
    ['bn', '6591234567', '+6591234567'],
    ['bh', '919876543210', '+919876543210'],
    ['bh', '12015550123', '+12015550123'],
    ['bh', '+966 (0)50 123-4567', '+966501234567'],
    // addresses
    ['bh', 'sip:966501234567@pbx.example;user=phone', '+966501234567'],
    ['bh', '"A name" <sip:+97317000001@10.0.0.1:5060>', '+97317000001'],
    ['bh', '17000001@10.0.0.1', '+97317000001'],
    ['bh', 'tel:+1-201-555-0123;phone-context=example', '+12015550123'],
    ['bh', '٩٦٦٥٠١٢٣٤٥٦٧', '+966501234567'],
  ])('in %s: %s is %s', (country, sent, number) => {
    expect(read(country, sent).number).toBe(number);
  });

  it.each([
    ['bh', '0501234567', '0501234567'],
    ['bh', '015112345678', '015112345678'],
    ['bh', '050 123 4567', '0501234567'],
    ['bh', '201', '201'],
    ['bh', '4990800000000000', '4990800000000000'],
    ['bh', '99999999999999999999', '99999999999999999999'],
    ['bh', 'PSTN-0501234567', '0501234567'],
  ])('in %s: %s is not understood, and its digits are kept', (country, sent, raw) => {
    expect(read(country, sent)).toEqual({ number: null, raw });
  });

  it.each([
    null,
    '',
    'anonymous',
    'Anonymous',
    'unknown',
    'blocked',
    'Restricted',
    'محجوب',
    '<unknown>',
    'sip:anonymous@anonymous.invalid',
    '"Anonymous" <sip:anonymous@192.0.2.1>',
    'sip:unavailable@unknown.invalid',
    '-',
    '+',
    '0',
    '00000000',
    'asterisk',
  ])('are none in %j', (sent) => {
    expect(read('bh', sent)).toEqual({ number: null, raw: null });
  });

  it.each(COUNTRIES)(
    'of every country are the same number in every international form, called in %s',
    (here) => {
      const plan = readCountryProfile(here);
      for (const country of getCountries()) {
        const number = getExampleNumber(country as CountryCode, examples)?.number;
        if (!number) continue;
        const digits = number.slice(1);
        for (const sent of [number, `00${digits}`, `sip:${number}@pbx.example`])
          expect([country, sent, read(here, sent).number]).toEqual([country, sent, number]);
        // As many digits as a national number has: then it is one.
        const bare = read(here, digits);
        if (!plan.nationalLengths.includes(digits.length) && digits.length >= 9)
          expect([country, digits, bare.number]).toEqual([country, digits, number]);
        expect(bare.raw).toBe(digits);
      }
    },
  );

  it('never lose their digits, and are E.164 or a short code when understood', () => {
    const digits = fc.stringMatching(/^\+?\d{3,20}$/);
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRIES), digits, (country, sent) => {
        const { number, raw } = read(country, sent);
        expect(raw).toBe(/[1-9]/.test(sent) ? sent : null);
        if (number) expect(number).toMatch(/^(\+[1-9]\d{5,14}|\d{2,8})$/);
        // What we store is read as itself.
        if (number) expect(read(country, number).number).toBe(number);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read from any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (sent) => {
        const { number, raw } = read('bh', sent);
        if (raw) expect(raw).toMatch(/^\+?\d{3,40}$/);
        expect(raw === null && number !== null).toBe(false);
      }),
    );
  });
});
