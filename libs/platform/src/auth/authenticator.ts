import type { Principal } from './principal.js';

/** Finds who holds a session cookie or a bearer token. Implemented by the identity lib. */
export abstract class Authenticator {
  /** @returns null when the credential is unknown, expired, revoked, or its owner disabled */
  abstract bySession(token: string): Promise<Principal | null>;
  abstract byToken(token: string): Promise<Principal | null>;
}

export const SESSION_COOKIE = 'wasl_session';
