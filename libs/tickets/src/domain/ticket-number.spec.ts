import fc from 'fast-check';
import { dammCheckDigit, hasValidDammDigit } from './damm.js';
import { formatTicketNumber, NUMBERS_PER_YEAR, parseTicketNumber, TicketNumbers } from './ticket-number.js';

const numbers = new TicketNumbers(Buffer.alloc(32, 7));

describe('ticket numbers', () => {
  it('should never give two tickets of a year the same number', () => {
    const seen = new Set<string>();
    for (let sequence = 0; sequence < 100_000; sequence++) seen.add(numbers.numberOf(sequence, 2026));
    expect(seen.size).toBe(100_000);
  });

  it('should have twelve digits beginning with the year and ending in a check digit that holds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: NUMBERS_PER_YEAR - 1 }),
        fc.integer({ min: 2020, max: 2099 }),
        (sequence, year) => {
          const number = numbers.numberOf(sequence, year);
          expect(number).toMatch(/^\d{12}$/);
          expect(number.slice(0, 2)).toBe(String(year).slice(2));
          expect(hasValidDammDigit(number)).toBe(true);
        },
      ),
    );
  });

  it('should not be predictable: consecutive numbers are far apart, and another key gives others', () => {
    const others = new TicketNumbers(Buffer.alloc(32, 8));
    const distances = Array.from({ length: 1_000 }, (_, n) =>
      Math.abs(Number(numbers.numberOf(n + 1, 2026)) - Number(numbers.numberOf(n, 2026))),
    );
    expect(distances.filter((distance) => distance < 100_000).length).toBeLessThan(5);
    expect(others.numberOf(1, 2026)).not.toBe(numbers.numberOf(1, 2026));
  });

  it('should refuse sequences beyond a year', () => {
    expect(() => numbers.numberOf(NUMBERS_PER_YEAR, 2026)).toThrow(RangeError);
    expect(() => numbers.numberOf(-1, 2026)).toThrow(RangeError);
  });

  it('should be read however people write them', () => {
    const number = numbers.numberOf(4711, 2026);
    const shown = formatTicketNumber(number);
    const arabic = [...number].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
    for (const text of [
      shown,
      number,
      ` ${shown} `,
      `#${shown}`,
      shown.replaceAll('-', ' '),
      arabic,
      `\u2066${shown}\u2069`,
    ]) {
      expect(parseTicketNumber(text)).toBe(number);
    }
  });

  it('should be rejected with any one digit changed or two neighbours swapped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: NUMBERS_PER_YEAR - 1 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (sequence, at, by) => {
          const digits = [...numbers.numberOf(sequence, 2026)];
          const changed = [...digits];
          changed[at] = String((Number(digits[at]) + by) % 10);
          expect(parseTicketNumber(changed.join(''))).toBeNull();
          if (at < 11 && digits[at] !== digits[at + 1]) {
            [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
            expect(parseTicketNumber(digits.join(''))).toBeNull();
          }
        },
      ),
    );
  });

  it.each(['', '12', 'abcdabcdabcd', '1'.repeat(100), "1' OR 1=1"])(
    'should not read %j as a number',
    (text) => {
      expect(parseTicketNumber(text)).toBeNull();
    },
  );

  it('should check with the published Damm example', () => {
    expect(dammCheckDigit('572')).toBe(4);
  });
});
