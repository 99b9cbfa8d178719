import { createHmac, timingSafeEqual } from 'node:crypto';
import { toAsciiDigits } from '#wasl/kernel';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The code that gives a requester access to a ticket: eight characters of Crockford's base 32 (40 bits), derived from
 * the number and the ticket's salt with a key. Nothing that could leak is stored, the code can be sent again, and
 * another salt gives another code.
 * @param salt null for codes from before salts were introduced
 */
export function trackingCodeOf(number: string, key: Buffer, salt: string | null): string {
  const made = salt === null ? number : `${number}:${salt}`;
  const digest = createHmac('sha256', key).update(made).digest();
  let bits = digest.readUIntBE(0, 5);
  let code = '';
  for (let i = 0; i < 8; i++) {
    code = CROCKFORD[bits % 32]! + code;
    bits = Math.floor(bits / 32);
  }
  return code;
}

/** As people type it: either case, any digits, spaces and dashes; O is read as 0, I and L as 1 (Crockford). */
export function normalizeTrackingCode(text: string): string {
  return toAsciiDigits(text.slice(0, 40))
    .toUpperCase()
    .replace(/[\s\u200e\u200f\u2066-\u2069-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** Compares in constant time. */
export function trackingCodeMatches(number: string, code: string, key: Buffer, salt: string | null): boolean {
  const expected = Buffer.from(trackingCodeOf(number, key, salt));
  const given = Buffer.from(normalizeTrackingCode(code).padEnd(8, '\0').slice(0, 64));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
