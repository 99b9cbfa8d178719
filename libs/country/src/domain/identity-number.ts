import { toAsciiDigits } from '#wasl/kernel';
import type { CountryProfile } from '../profile.js';

/** Why an identity number looks mistyped. This is only a warning, because check rules are not public everywhere. */
export type IdentityNumberWarning = 'form' | 'check_digit';

/** The stored form: ASCII digits, no spaces or dashes, upper case; leading zeros are kept. */
export function normalizeIdentityNumber(text: string): string {
  return toAsciiDigits(text)
    .replace(/[\s\u200e\u200f\u2066-\u2069-]/g, '')
    .toUpperCase()
    .slice(0, 30);
}

/** @param number normalized. @returns null when the number looks right */
export function checkIdentityNumber(
  number: string,
  { identityNumber }: Pick<CountryProfile, 'identityNumber'>,
): IdentityNumberWarning | null {
  if (!new RegExp(identityNumber.pattern, 'u').test(number)) return 'form';
  if (identityNumber.check === 'luhn-weights-1-2' && !alternatingSumFits(number)) return 'check_digit';
  return null;
}

/** Weights 1, 2, 1, 2 …, nine taken off what is above nine; the sum ends in zero. */
function alternatingSumFits(number: string): boolean {
  const sum = [...number].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
