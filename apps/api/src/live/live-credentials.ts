import { parseCookie } from 'cookie';
import { SESSION_COOKIE } from '#wasl/platform';

export interface Credential {
  kind: 'token' | 'session';
  value: string;
}

/** The credential of a client. Header and `auth` are untrusted and may have any shape. */
export function credentialOf(handshake: {
  auth: unknown;
  headers: { cookie?: string | undefined };
}): Credential | null {
  const token =
    typeof handshake.auth === 'object' && handshake.auth !== null
      ? (handshake.auth as { token?: unknown }).token
      : undefined;
  if (typeof token === 'string') return { kind: 'token', value: token };
  const session = parseCookie(handshake.headers.cookie ?? '')[SESSION_COOKIE];
  return session ? { kind: 'session', value: session } : null;
}
