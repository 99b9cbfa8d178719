import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { describeBrowser, type SignInFrom } from '#wasl/identity';
import { networkLabelOf, SESSION_COOKIE, sourceOf } from '#wasl/platform';

/** By which a device is known that somebody signed in on before. */
export const DEVICE_COOKIE = 'wasl_device';

export function signInFrom(request: Request): SignInFrom {
  const cookies = parseCookie(request.headers.cookie ?? '');
  return {
    source: sourceOf(request.ip),
    network: networkLabelOf(request.ip),
    browser: describeBrowser(request.headers['user-agent']),
    deviceCookie: cookies[DEVICE_COOKIE],
    sessionCookie: cookies[SESSION_COOKIE],
  };
}
