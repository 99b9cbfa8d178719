import { Secret, TOTP } from 'otpauth';

/** RFC 6238's defaults, which every authenticator app supports. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 };
/** Codes of the previous and the next step are accepted too: clocks differ, and people are slow. */
const TOLERANCE = 1;

const totpOf = (secret: Uint8Array, label = {}) =>
  new TOTP({ ...PARAMETERS, ...label, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) });

/**
 * The time step that a code belongs to. Only steps within the tolerance and after the last used one are accepted. Codes
 * are compared in constant time.
 * @returns null when the code is wrong
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

/** The secret to type into an authenticator app, and the URI for its QR code. */
export function enrolmentOf(secret: Uint8Array, account: string, issuer: string) {
  const totp = totpOf(secret, { issuer, label: account });
  return { secret: totp.secret.base32, uri: totp.toString() };
}
