import { createHmac, timingSafeEqual } from 'node:crypto';
import { minutes } from '#wasl/kernel';

/** Headers of every signed request, both ways. */
export const TIMESTAMP_HEADER = 'x-wasl-timestamp';
export const SIGNATURE_HEADER = 'x-wasl-signature';

/** Tolerated clock difference; an older request may be a replay. */
export const TOLERANCE_MS = minutes(5);

/**
 * `v1=` and the hex HMAC-SHA256 of the timestamp, a full stop and the body's bytes.
 * @param timestamp Unix seconds, as sent
 */
export function signatureOf(secret: string, timestamp: string, body: Buffer | string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Verifies a signed request. @returns what is wrong, or null. The signature is compared in constant time. */
export function signatureFault(
  secret: string,
  given: { timestamp: string; signature: string; body: Buffer },
  now: Date,
): 'wrong' | 'too_old' | null {
  if (!/^\d{1,12}$/.test(given.timestamp)) return 'wrong';
  const expected = Buffer.from(signatureOf(secret, given.timestamp, given.body));
  const actual = Buffer.from(given.signature);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return 'wrong';
  return Math.abs(Number(given.timestamp) * 1000 - now.getTime()) > TOLERANCE_MS ? 'too_old' : null;
}
