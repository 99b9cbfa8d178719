import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { DEVICE_DAYS, describeBrowser, SESSION_HOURS, type SignInOrigin } from '#wasl/identity';
import { apiUrl, networkLabelOf, type RuntimeSettings, SESSION_COOKIE, sourceOf } from '#wasl/platform';

/** Identifies a device on which somebody signed in before. */
const DEVICE_COOKIE = 'wasl_device';
const HOUR_MS = 3_600_000;

export function signInFrom(request: Request): SignInOrigin {
  const cookies = parseCookie(request.headers.cookie ?? '');
  return {
    source: sourceOf(request.ip),
    network: networkLabelOf(request.ip),
    browser: describeBrowser(request.headers['user-agent']),
    deviceCookie: cookies[DEVICE_COOKIE],
    sessionCookie: cookies[SESSION_COOKIE],
  };
}

export function setSessionCookie(response: Response, settings: RuntimeSettings, token: string): void {
  response.cookie(SESSION_COOKIE, token, { ...attributes(settings), maxAge: SESSION_HOURS * HOUR_MS });
}

export function clearSessionCookie(response: Response, settings: RuntimeSettings): void {
  response.clearCookie(SESSION_COOKIE, attributes(settings));
}

export function setDeviceCookie(response: Response, settings: RuntimeSettings, device: string): void {
  response.cookie(DEVICE_COOKIE, device, { ...attributes(settings), maxAge: DEVICE_DAYS * 24 * HOUR_MS });
}

const attributes = (settings: RuntimeSettings): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: apiUrl(settings).startsWith('https:'),
  path: '/',
});
