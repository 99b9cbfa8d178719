import { randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { OIDC_STATE_MINUTES } from '#wasl/identity';
import { apiUrl, type RuntimeSettings } from '#wasl/platform';

const FORM = /^[\w-]{43}$/;

const isSecure = (settings: RuntimeSettings) => apiUrl(settings).startsWith('https:');
/** The prefix keeps a sibling host from planting a cookie of its own. */
const nameOf = (settings: RuntimeSettings) => (isSecure(settings) ? '__Host-wasl_oidc' : 'wasl_oidc');

/** Lax, because the provider sends the browser back from its own site. */
const attributes = (settings: RuntimeSettings): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(settings),
  path: '/',
});

/** @returns an empty string, which no sign-in is bound to, when there is no cookie */
export function oidcCookieOf(request: Request, settings: RuntimeSettings): string {
  const given = parseCookie(request.headers.cookie ?? '')[nameOf(settings)] ?? '';
  return FORM.test(given) ? given : '';
}

/** A secret that binds a sign-in at the provider to the browser that began it. Several tabs share it. */
export function ensureOidcCookie(request: Request, response: Response, settings: RuntimeSettings): string {
  const secret = oidcCookieOf(request, settings) || randomBytes(32).toString('base64url');
  response.cookie(nameOf(settings), secret, { ...attributes(settings), maxAge: OIDC_STATE_MINUTES * 60_000 });
  return secret;
}

export function clearOidcCookie(response: Response, settings: RuntimeSettings): void {
  response.clearCookie(nameOf(settings), attributes(settings));
}
