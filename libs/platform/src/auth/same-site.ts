import type { IncomingMessage } from 'node:http';

/**
 * Whether `origin` is not the host that the request was sent to. Browsers send Origin with every cross-site write and
 * socket, and no script can change it; programs that send none carry no cookie by accident.
 */
export function isForeignOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowed: string[] = [],
): boolean {
  if (!origin) return false;
  if (allowed.includes(origin)) return false;
  try {
    return new URL(origin).host !== host;
  } catch {
    return true; // "null" and broken origins
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write that a page of another site made with our cookie. SameSite=Lax stops most; this stops the rest. */
export function isForeignWrite(request: IncomingMessage): boolean {
  return !READS.has(request.method ?? 'GET') && isForeignOrigin(request.headers.origin, request.headers.host);
}
