import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { toAsciiDigits } from '#wasl/kernel';
import { normalizePhone, type NumberingPlan } from './phone-number.js';

/** What a PBX says about the other party of a call. */
export interface CallerNumber {
  /** E.164, or a short code; null when withheld or not understood */
  number: string | null;
  /** the digits as sent; null when there are none */
  raw: string | null;
}

const NONE: CallerNumber = { number: null, raw: null };

/** `sip:+97317000001@pbx.example;user=phone`, `"A name" <17000001>`, `tel:…` */
const BRACKETS = /<([^<>]*)>/;
const SCHEME = /^(?:sips?|tel):/i;
const SEPARATORS = /[\s().\-/\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const MAX_LENGTH = 40;
const MIN_DIGITS = 3;
/** No country has shorter numbers with its code; anything shorter is an extension. */
const MIN_INTERNATIONAL_DIGITS = 9;

/** The user part of an address, without display name, scheme, host and parameters. */
export function withoutAddress(text: string): string {
  const inner = BRACKETS.exec(text)?.[1] ?? text;
  return inner
    .trim()
    .replace(SCHEME, '')
    .replace(/[@;].*$/s, '')
    .trim();
}

/**
 * Reads a number from signalling. It is national when it can be: the country's plan decides first. Many PBXs send
 * foreign numbers without `+` or `00`, so a number that is not national is then tried with its country code in front.
 * That rule is for signalling only: in a form, the same digits are more likely mistyped.
 */
export function readCallerNumber(text: string | null, plan: NumberingPlan): CallerNumber {
  if (!text) return NONE;
  const user = toAsciiDigits(withoutAddress(text)).slice(0, MAX_LENGTH);
  const number = normalizePhone(user, plan);
  const raw = digitsIn(user);
  if (number !== null || raw === null) return { number, raw };
  return { number: withoutPlus(raw, plan) ?? international(raw, plan), raw };
}

/** A text with letters is a name, unless it holds a whole number. */
function digitsIn(user: string): string | null {
  const text = user.replace(SEPARATORS, '');
  const digits = /^\+?\d+$/.test(text)
    ? text
    : /\p{L}/u.test(text)
      ? /\+?\d{5,}/.exec(text)?.[0]
      : onlyDigits(text);
  const isNumber = digits && digits.replace('+', '').length >= MIN_DIGITS && /[1-9]/.test(digits);
  return isNumber ? digits : null;
}

const onlyDigits = (text: string) => (text.startsWith('+') ? '+' : '') + text.replace(/\D/g, '');

/** Some trunks put `+` before every number: `+0599123456`. */
function withoutPlus(raw: string, plan: NumberingPlan): string | null {
  return raw.startsWith('+0') ? normalizePhone(raw.slice(1), plan) : null;
}

function international(raw: string, plan: NumberingPlan): string | null {
  const digits = raw.replace(/^\+?(00)?/, '');
  if (digits.startsWith('0') || digits.length < MIN_INTERNATIONAL_DIGITS) return null;
  const isValid = parsePhoneNumberFromString(`+${digits}`, plan.code.toUpperCase() as CountryCode)?.isValid();
  return isValid ? normalizePhone(`+${digits}`, plan) : null;
}
