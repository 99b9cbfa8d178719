import { toAsciiDigits } from '#wasl/kernel';

/** The longest number that is compared: E.164 has 15 digits. */
const MAX_DIGITS = 15;
const PATTERN = /^(?:\+?\d{1,15}\*?|\*)$/;

/**
 * A pattern of destinations as it is stored: a whole number (`+97317000000`, `999`), the beginning of numbers
 * (`+973*`), or `*` for all. Separators and `00` for `+` are accepted.
 * @returns null when it is none of these
 */
export function readPattern(text: string): string | null {
  const compact = toAsciiDigits(text)
    .replace(/[\s().-]/g, '')
    .replace(/^00/, '+');
  return PATTERN.test(compact) ? compact : null;
}

/** The patterns that a destination fits, the most exact first: the longest beginning decides. */
export function patternsOf(number: string): string[] {
  if (!/^\+?\d+$/.test(number)) return ['*'];
  const longest = number.startsWith('+') ? MAX_DIGITS + 1 : MAX_DIGITS;
  const shortest = number.startsWith('+') ? 2 : 1;
  const beginnings: string[] = [];
  for (let length = Math.min(number.length, longest); length >= shortest; length--)
    beginnings.push(`${number.slice(0, length)}*`);
  return [number, ...beginnings, '*'];
}
