import {
  claimAt,
  type Claims,
  isTrueClaim,
  isUiLanguage,
  mailAddressClaim,
  nameClaim,
  type UiLanguage,
} from '#wasl/kernel';

/** Names of the claims that are read. */
export type CitizenClaimNames = Record<
  'name' | 'identityNumber' | 'email' | 'emailVerified' | 'phone' | 'phoneVerified' | 'language',
  string
>;

/** A citizen as the provider describes them. */
export interface Citizen {
  subject: string;
  name: string | null;
  /** as it came */
  identityNumber: string | null;
  /** null unless the provider verified it */
  email: string | null;
  /** as it came; null unless the provider verified it */
  phone: string | null;
  language: UiLanguage | null;
}

const MAX_TEXT = 60;

/** Addresses count only when the provider says that it verified them. */
export function readCitizen(claims: Claims, names: CitizenClaimNames): Citizen {
  const of = (name: keyof CitizenClaimNames) => claimAt(claims, names[name]);
  return {
    subject: String(claims.sub),
    name: nameClaim(of('name')),
    identityNumber: shortText(of('identityNumber')),
    email: isTrueClaim(of('emailVerified')) ? mailAddressClaim(of('email')) : null,
    phone: isTrueClaim(of('phoneVerified')) ? shortText(of('phone')) : null,
    language: languageOf(of('language')),
  };
}

/** Numbers may come as JSON numbers. */
function shortText(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string') return null;
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length <= MAX_TEXT ? trimmed : null;
}

/** `ar`, `ar-BH` or `ar_BH`. */
function languageOf(value: unknown): UiLanguage | null {
  const code = typeof value === 'string' ? value.slice(0, 2).toLowerCase() : undefined;
  return isUiLanguage(code) ? code : null;
}
