import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { parseCookie } from 'cookie';
import { forbidden } from '#wasl/kernel';
import { SESSION_COOKIE } from './authenticator.js';

/**
 * Whether `origin` is not the host that the request was sent to. Browsers send Origin with every cross-site write and
 * socket, and no script can change it; programs that send none carry no cookie by accident.
 * @param allowed our own origins; of their hosts no other scheme is ours, since http can be forged on the way
 */
export function isForeignOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowed: string[] = [],
): boolean {
  if (!origin) return false;
  if (allowed.includes(origin)) return false;
  const parsed = URL.canParse(origin) ? new URL(origin) : null;
  if (!parsed) return true; // "null" and broken origins
  const isOurHost = allowed.some((one) => new URL(one).host === parsed.host);
  return isOurHost || parsed.host !== host;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a form of another site can send without asking. Multipart is left to programs that upload files. */
const FORMS = /^(?:application\/x-www-form-urlencoded|text\/plain)\b/i;

/**
 * A write that a page of another site made, also one without a session: signing somebody in under another name is an
 * attack too. Browsers tell by Origin, by Sec-Fetch-Site, and the oldest by Referer. What tells nothing comes from a
 * program; if it has a session's cookie, it may not look like a form.
 */
export function isForeignWrite(
  { method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  own: string,
): boolean {
  if (READS.has(method)) return false;
  const hasSession = parseCookie(headers.cookie ?? '')[SESSION_COOKIE] !== undefined;
  // No page of another site can send this header; and it, not a cookie, says who calls.
  if (headers.authorization && !hasSession) return false;
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site') return true;
  if (headers.origin !== undefined) return isForeignOrigin(headers.origin, headers.host, [own]);
  if (site !== undefined) return site === 'same-site';
  if (headers.referer) return isForeignReferer(headers, own);
  return hasSession && FORMS.test(headers['content-type'] ?? '');
}

function isForeignReferer({ referer, host }: IncomingHttpHeaders, own: string): boolean {
  const origin = URL.canParse(referer!) ? new URL(referer!).origin : 'null';
  return isForeignOrigin(origin, host, [own]);
}

/**
 * @param url where this face is reached from outside
 * @param open paths that pages of other sites may write to: what they ask for is in the request itself
 */
export function refuseForeignWrites(url: string, open: readonly string[] = []) {
  const own = new URL(url).origin;
  return (request: Request, _response: Response, next: NextFunction): void => {
    const isOpen = open.some((prefix) => request.path.startsWith(prefix));
    next(!isOpen && isForeignWrite(request, own) ? forbidden('origin.foreign') : undefined);
  };
}
