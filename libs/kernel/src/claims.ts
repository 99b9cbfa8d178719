/** Claims that an identity provider makes about a person. */
export type Claims = Readonly<Record<string, unknown>>;

const MAX_EMAIL = 254;
const MAX_NAME = 120;
const EMAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/;

/** A claim by its name, or by a path with dots, such as `realm_access.roles`. */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** Some providers send booleans as texts or numbers. */
const TRUE: readonly unknown[] = [true, 'true', 1, '1'];

export const isTrueClaim = (value: unknown): boolean => TRUE.includes(value);

/** A claim as a mail address in lower case; null when it is none. */
export function mailAddressClaim(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const address = value.trim().toLowerCase();
  return address.length <= MAX_EMAIL && EMAIL.test(address) ? address : null;
}

/** A claim as a name on one line; null when there is none. */
export function nameClaim(value: unknown): string | null {
  const name = typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim() : '';
  return name ? [...name].slice(0, MAX_NAME).join('').trim() : null;
}
