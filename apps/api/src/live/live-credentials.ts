import { parseCookie } from 'cookie';
import { SESSION_COOKIE } from '#wasl/platform';

export interface Credential {
  kind: 'token' | 'session';
  value: string;
}

/** What a client identifies itself with. Both headers and `auth` come from outside and may have any shape. */
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
