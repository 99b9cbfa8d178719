import type { Principal } from './principal.js';

/** What a person or program does keeps a session open and counts as a use; looking whether it still holds does not. */
export type CredentialUse = 'activity' | 'look';

/** Finds who holds a session cookie or a bearer token. Implemented by the identity lib. */
export abstract class Authenticator {
  /** @returns null when the credential is unknown, expired, revoked, or its owner disabled */
  abstract bySession(token: string, use?: CredentialUse): Promise<Principal | null>;
  abstract byToken(token: string, use?: CredentialUse): Promise<Principal | null>;
}

export const SESSION_COOKIE = 'wasl_session';
/** Set by our own pages on calls that a clock makes, and nobody at the desk: they do not keep a session open. */
export const BACKGROUND_HEADER = 'x-wasl-background';
