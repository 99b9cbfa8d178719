import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { toAsciiDigits } from '#wasl/kernel';

export interface NumberingPlan {
  code: string;
  callingCode: string;
  nationalLengths: number[];
  shortCodes: { number: string }[];
}

/** Words that exchanges send instead of a withheld caller number. */
const WITHHELD = new Set([
  'anonymous',
  'unknown',
  'private',
  'restricted',
  'unavailable',
  'withheld',
  'blocked',
  'asserted',
  'not available',
  'number withheld',
  'no caller id',
  'محجوب',
  'غير معروف',
  '<unknown>',
  '-',
  '+',
  '0',
]);

/** `+` and 15 digits; the numbering database knows longer ones that cannot be dialled from abroad */
const MAX_E164_LENGTH = 16;

/**
 * A telephone number as we store it: E.164 with `+`, or a short code of the country as it is dialled.
 * Accepts any digits, separators, and numbers with or without the country's code. A number of the country's own length
 * is accepted even when the numbering database does not know its range: new ranges are in use before databases list them.
 * @returns null when the number is withheld or invalid
 */
export function normalizePhone(input: string, plan: NumberingPlan): string | null {
  const text = toAsciiDigits(input).trim();
  if (text.length > 40 || WITHHELD.has(text.toLowerCase())) return null;
  const digits = text.replace(/[^\d+]/g, '');
  if (plan.shortCodes.some((short) => short.number === digits)) return digits;
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
  const withCode = new RegExp(`^${plan.callingCode}\\d+$`).test(international) ? `+${international}` : null;
  for (const candidate of [international, withCode]) {
    const parsed = candidate && parsePhoneNumberFromString(candidate, plan.code.toUpperCase() as CountryCode);
    if (parsed && parsed.isValid() && parsed.number.length <= MAX_E164_LENGTH) return parsed.number;
  }
  if (/^\+[1-9]\d{6,14}$/.test(international)) return international;
  const national = international.replace(new RegExp(`^\\+?${plan.callingCode}`), '').replace(/^0/, '');
  return /^\d+$/.test(national) && plan.nationalLengths.includes(national.length)
    ? `+${plan.callingCode}${national}`
    : null;
}

/**
 * A telephone number as people search for it.
 * @returns how it is stored, and its digits with and without the country's code; null when it is none
 */
export function phoneForms(input: string, plan: NumberingPlan): { number: string; digits: string[] } | null {
  const number = normalizePhone(input, plan);
  if (!number) return null;
  const digits = number.replace('+', '');
  const isOwn = number.startsWith(`+${plan.callingCode}`);
  return { number, digits: isOwn ? [digits, digits.slice(plan.callingCode.length)] : [digits] };
}

const NEVER_MOBILE = new Set([
  'FIXED_LINE',
  'TOLL_FREE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'VOIP',
  'UAN',
  'PAGER',
  'VOICEMAIL',
]);

/**
 * Whether a number can receive text messages: not a landline or a short code. Ranges that the numbering database does
 * not know count as able.
 * @param number as {@link normalizePhone} returns it
 */
export function canReceiveTexts(number: string): boolean {
  if (!number.startsWith('+')) return false;
  return !NEVER_MOBILE.has(parsePhoneNumberFromString(number)?.getType() ?? '');
}
