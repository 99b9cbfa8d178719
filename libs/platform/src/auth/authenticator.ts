import type { Principal } from './principal.js';

/** `activity` extends the session and counts as a use; `look` only checks that the credential is still valid. */
export type CredentialUse = 'activity' | 'look';

/** Resolves a session cookie or a bearer token to its owner. Implemented by the identity lib. */
export abstract class Authenticator {
  /** @returns null when the credential is unknown, expired, revoked, or its owner disabled */
  abstract bySession(token: string, use?: CredentialUse): Promise<Principal | null>;
  abstract byToken(token: string, use?: CredentialUse): Promise<Principal | null>;
}

export const SESSION_COOKIE = 'wasl_session';
/** Set by our own pages on calls made by a timer rather than by the user: they do not extend the session. */
export const BACKGROUND_HEADER = 'x-wasl-background';
