import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { parseCookie } from 'cookie';
import { forbidden } from '#wasl/kernel';
import { SESSION_COOKIE } from './authenticator.js';

/**
 * Whether `origin` is not the host that the request was sent to. Browsers send Origin with every cross-site write and
 * socket, and no script can change it; programs that send none carry no cookie by accident.
 * @param allowed our own origins; other schemes on the same hosts are foreign, since http can be tampered with
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
/**
 * Content types that a form on another site can send without a CORS preflight. Multipart is left to programs that
 * upload files.
 */
const FORM_CONTENT_TYPES = /^(?:application\/x-www-form-urlencoded|text\/plain)\b/i;

/**
 * Whether a write was made by a page of another site. Checked without a session too, because login CSRF is an attack as
 * well. Browsers send Origin, Sec-Fetch-Site or (the oldest) Referer. A request with none of them comes from a program;
 * if it carries a session cookie, it must not have a form content type.
 */
export function isForeignWrite(
  { method = 'GET', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  own: string,
): boolean {
  if (READS.has(method)) return false;
  const hasSession = parseCookie(headers.cookie ?? '')[SESSION_COOKIE] !== undefined;
  // Pages of other sites cannot send this header, and the caller is identified by it, not by a cookie.
  if (headers.authorization && !hasSession) return false;
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site') return true;
  if (headers.origin !== undefined) return isForeignOrigin(headers.origin, headers.host, [own]);
  if (site !== undefined) return site === 'same-site';
  if (headers.referer) return isForeignReferer(headers, own);
  return hasSession && FORM_CONTENT_TYPES.test(headers['content-type'] ?? '');
}

function isForeignReferer({ referer, host }: IncomingHttpHeaders, own: string): boolean {
  const origin = URL.canParse(referer!) ? new URL(referer!).origin : 'null';
  return isForeignOrigin(origin, host, [own]);
}

/**
 * @param url the public URL of this HTTP application
 * @param open path prefixes that pages of other sites may write to: those requests are authorised by their content
 * alone
 * @param trusted origins of other sites whose pages may write (CORS_ORIGINS); `*` trusts all to write without a session
 */
export function refuseForeignWrites(
  url: string,
  open: readonly string[] = [],
  trusted: readonly string[] = [],
) {
  const own = new URL(url).origin;
  return (request: Request, _response: Response, next: NextFunction): void => {
    const isOpen = open.some((prefix) => request.path.startsWith(prefix));
    const isForeign = !isOpen && isForeignWrite(request, own) && !isTrusted(request, trusted);
    next(isForeign ? forbidden('origin.foreign') : undefined);
  };
}

function isTrusted({ headers }: IncomingMessage, trusted: readonly string[]): boolean {
  if (headers.origin === undefined || headers.origin === 'null') return false;
  if (trusted.includes(headers.origin)) return true;
  return trusted.includes('*') && parseCookie(headers.cookie ?? '')[SESSION_COOKIE] === undefined;
}
