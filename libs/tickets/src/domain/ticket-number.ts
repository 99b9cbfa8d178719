import { createHmac } from 'node:crypto';
import { toAsciiDigits } from '#wasl/kernel';
import { dammCheckDigit, hasValidDammDigit } from './damm.js';

/** Nine digits of the number come from the sequence. */
export const NUMBERS_PER_YEAR = 1_000_000_000;
const HALF_BITS = 15;
const HALF_MASK = (1 << HALF_BITS) - 1;
const ROUNDS = 8;

/** Round keys derived from one key in advance, so that making a number needs no HMAC. */
function roundTables(key: Buffer): Uint16Array[] {
  return Array.from({ length: ROUNDS }, (_, round) => {
    const table = new Uint16Array(HALF_MASK + 1);
    const bytes = Buffer.concat(
      Array.from({ length: (table.length * 2) / 32 }, (_, block) =>
        createHmac('sha256', key).update(`${round}:${block}`).digest(),
      ),
    );
    for (let i = 0; i < table.length; i++) table[i] = bytes.readUInt16LE(i * 2) & HALF_MASK;
    return table;
  });
}

/**
 * Ticket numbers: twelve digits, `YY` + nine digits of a keyed permutation of a sequence + a Damm check digit.
 * Consecutive numbers look unrelated, no two tickets of a year share one, and a typing error is detected without a
 * look-up. The permutation is an eight-round Feistel network on 30 bits with cycle walking until the value is below 10⁹
 * (1.07 steps on average).
 */
export class TicketNumbers {
  private readonly tables: Uint16Array[];

  constructor(key: Buffer) {
    this.tables = roundTables(key);
  }

  /**
   * @param sequence 0 … 10⁹−1, unique within its year
   * @returns twelve ASCII digits
   */
  numberOf(sequence: number, year: number): string {
    if (!Number.isInteger(sequence) || sequence < 0 || sequence >= NUMBERS_PER_YEAR) {
      throw new RangeError(`ticket sequence out of range: ${sequence}`);
    }
    let value = sequence;
    do value = this.encipher(value);
    while (value >= NUMBERS_PER_YEAR);
    const digits = String(year % 100).padStart(2, '0') + String(value).padStart(9, '0');
    return digits + dammCheckDigit(digits);
  }

  private encipher(value: number): number {
    let left = value >>> HALF_BITS;
    let right = value & HALF_MASK;
    for (const table of this.tables) [left, right] = [right, left ^ table[right]!];
    return (left << HALF_BITS) | right;
  }
}

/** `264819370521` → `2648-1937-0521`, as it is shown and sent. */
export function formatTicketNumber(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8, 12)}`;
}

/**
 * Reads a number as people write it: any digits, with spaces, dashes, dots or a leading `#`.
 * @returns twelve ASCII digits, or null when it cannot be a ticket number
 */
export function parseTicketNumber(text: string): string | null {
  if (text.length > 60) return null;
  const digits = toAsciiDigits(text).replace(/[\s\-–—._#/\u200e\u200f\u2066-\u2069]/g, '');
  return /^\d{12}$/.test(digits) && hasValidDammDigit(digits) ? digits : null;
}
