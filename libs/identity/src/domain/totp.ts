import { Secret, TOTP } from 'otpauth';

/** RFC 6238's defaults, which every authenticator app speaks. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 };
/** Codes of the step before and after are taken, too: clocks differ, and people are slow. */
const TOLERANCE = 1;

const totpOf = (secret: Uint8Array, label = {}) =>
  new TOTP({ ...FORM, ...label, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) });

/**
 * The step whose code this is, of those that count now and come after the last one used. Codes are compared in constant
 * time.
 * @returns null when there is none
 */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  now: Date,
  lastUsedStep: number,
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = totpOf(secret);
  const timestamp = now.getTime();
  const delta = totp.validate({ token: code, timestamp, window: TOLERANCE });
  if (delta === null) return null;
  const step = totp.counter({ timestamp }) + delta;
  return step > lastUsedStep ? step : null;
}

/** What a person types into an authenticator app, and what a QR code for it holds. */
export function enrolmentOf(secret: Uint8Array, account: string, issuer: string) {
  const totp = totpOf(secret, { issuer, label: account });
  return { secret: totp.secret.base32, uri: totp.toString() };
}
