import type { MailHeaders } from './mail-headers.js';

const BULK = new Set(['bulk', 'junk', 'list', 'auto_reply']);

/**
 * Whether the mail is automatic: then we must not answer automatically (RFC 3834), or the two systems would loop.
 * @param returnPath the envelope's sender; empty for reports
 */
export function isAutomaticMail(headers: MailHeaders, returnPath: string): boolean {
  return (
    returnPath.replace(/[<>\s]/g, '') === '' ||
    headers.all('auto-submitted').some((value) => keyword(value) !== 'no') ||
    headers.all('precedence').some((value) => BULK.has(keyword(value))) ||
    headers.has('list-id') ||
    headers.all('x-auto-response-suppress').some((value) => keyword(value) !== 'none') ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond')
  );
}

/** The keyword at the beginning: `auto-replied; owner-email="…"`, `no (a comment)`. */
function keyword(value: string): string {
  return /^[^\s;,(]*/.exec(value.trim().toLowerCase())![0];
}
