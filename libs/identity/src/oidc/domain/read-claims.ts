import { type Role, ROLES } from '#wasl/contracts';
import { claimAt, type Claims, isTrueClaim, mailAddressClaim, nameClaim } from '#wasl/kernel';

/** Which claims are read, and what their values mean. */
export interface ClaimRules {
  /** null: roles are kept here, not at the provider */
  roleClaim: string | null;
  /** null: values are the keys of roles */
  roles: Readonly<Record<string, Role>> | null;
  emailVerifiedClaim: string;
  /** values of `amr` or `acr` that say that a second factor was asked for */
  secondFactorValues: readonly string[];
}

/** A person as the provider describes them. */
export interface ProviderAccount {
  subject: string;
  /** lower case; null unless the provider verified it */
  email: string | null;
  name: string | null;
  /** the highest role that the claim names; null when it names none; undefined when roles are kept here */
  role: Role | null | undefined;
  hasSecondFactor: boolean;
  /** the provider's session, which its logout tokens name */
  sid: string | null;
  /** when the person last proved to the provider who they are, in seconds of Unix time */
  authenticatedAt: number | null;
}

export function readClaims(claims: Claims, rules: ClaimRules): ProviderAccount {
  return {
    subject: String(claims.sub),
    email: isTrueClaim(claimAt(claims, rules.emailVerifiedClaim)) ? mailAddressClaim(claims.email) : null,
    name: nameClaim(claims.name) ?? nameClaim(claims.preferred_username),
    role: rules.roleClaim === null ? undefined : highestRole(claimAt(claims, rules.roleClaim), rules.roles),
    hasSecondFactor: [...textsOf(claims.amr), ...textsOf(claims.acr)].some((value) =>
      rules.secondFactorValues.includes(value),
    ),
    sid: typeof claims.sid === 'string' && claims.sid !== '' ? claims.sid : null,
    authenticatedAt: Number.isSafeInteger(claims.auth_time) ? (claims.auth_time as number) : null,
  };
}

/** Some claims that decide about the sign-in are only in the userinfo answer of many providers. */
export function needsUserInfo(claims: Claims, rules: ClaimRules): boolean {
  const wanted = ['email', rules.emailVerifiedClaim];
  return (
    wanted.some((name) => !Object.hasOwn(claims, name)) ||
    (rules.roleClaim !== null && claimAt(claims, rules.roleClaim) === undefined)
  );
}

function highestRole(value: unknown, mapping: ClaimRules['roles']): Role | null {
  const named = textsOf(value).flatMap((text) => {
    if (mapping) return Object.hasOwn(mapping, text) ? [mapping[text]!] : [];
    return ROLES.includes(text as Role) ? [text as Role] : [];
  });
  // ROLES is in ascending order.
  return ROLES.findLast((role) => named.includes(role)) ?? null;
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string');
}
