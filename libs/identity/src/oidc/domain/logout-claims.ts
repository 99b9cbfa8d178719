/** Whose sessions a logout token ends: one session of the provider, or all of a person. */
export interface LogoutTarget {
  tokenId: string;
  subject: string | null;
  sid: string | null;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * Checks of OpenID Connect Back-Channel Logout 1.0, section 2.6, after signature, `iss`, `aud`, `iat` and `exp`.
 * @returns null when it is no logout token, such as an ID token that somebody sent instead
 */
export function logoutTarget(claims: Readonly<Record<string, unknown>>): LogoutTarget | null {
  const { jti, sub, sid, events } = claims;
  if (Object.hasOwn(claims, 'nonce') || !isText(jti)) return null;
  if (!isObject(events) || !Object.hasOwn(events, EVENT) || !isObject(events[EVENT])) return null;
  if ((sub !== undefined && !isText(sub)) || (sid !== undefined && !isText(sid))) return null;
  return sub === undefined && sid === undefined
    ? null
    : { tokenId: jti, subject: sub ?? null, sid: sid ?? null };
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 1_000;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
