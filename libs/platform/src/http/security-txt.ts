import type { Settings } from '../config/settings.js';
import { apiUrl, portalUrl } from '../config/settings.js';

const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * Contact for reporting vulnerabilities (RFC 9116). Generated per request, so that it never expires; it changes once a
 * day.
 */
export function securityTxt(settings: Settings, now: Date): string {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const expires = new Date(today + VALID_DAYS * DAY_MS).toISOString().replace('.000Z', 'Z');
  const canonical = [apiUrl(settings), portalUrl(settings)].filter((url) => url.startsWith('https:'));
  return [
    `Contact: ${settings.SECURITY_CONTACT ?? `mailto:security@${settings.MAIL_DOMAIN}`}`,
    `Expires: ${expires}`,
    'Preferred-Languages: ar, en',
    ...canonical.map((url) => `Canonical: ${url}/.well-known/security.txt`),
    '',
  ].join('\n');
}
