const MAX_LENGTH = 1_000;
/** A base whose origin no path can name. */
const BASE = 'https://base.invalid';

/**
 * Where the browser goes after sign-in: a path of the console on our own origin.
 * @returns null when it leads anywhere else
 */
export function returnPath(given: string): string | null {
  // Browsers drop tabs and line breaks, and read a backslash as a slash.
  if (given.length > MAX_LENGTH || !/^\/[\x21-\x7e]*$/.test(given) || given.includes('\\')) return null;
  const url = URL.canParse(given, BASE) ? new URL(given, BASE) : null;
  if (!url || url.origin !== BASE || url.hash || url.pathname.startsWith('//')) return null;
  return /^\/(?:api|open311|socket\.io)(?:\/|$)/i.test(url.pathname) ? null : url.pathname + url.search;
}
