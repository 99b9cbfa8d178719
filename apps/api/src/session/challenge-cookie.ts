import { randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { apiUrl, type RuntimeSettings } from '#wasl/platform';

const CHALLENGE_COOKIE = 'wasl_challenge';
const PATH = '/api/v1/session/passkey';
const FORM = /^[\w-]{43}$/;

const secretOf = (request: Request): string | null => {
  const given = parseCookie(request.headers.cookie ?? '')[CHALLENGE_COOKIE];
  return given && FORM.test(given) ? given : null;
};

/** A cookie that binds a challenge to the browser that requested it. Several tabs share it. */
export function ensureChallengeCookie(
  request: Request,
  response: Response,
  settings: RuntimeSettings,
): string {
  const secret = secretOf(request) ?? randomBytes(32).toString('base64url');
  response.cookie(CHALLENGE_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: apiUrl(settings).startsWith('https:'),
    path: PATH,
    maxAge: 24 * 3_600_000,
  });
  return secret;
}

/** @returns an empty string, which no challenge is bound to, when there is no cookie */
export const challengeCookieOf = (request: Request): string => secretOf(request) ?? '';
