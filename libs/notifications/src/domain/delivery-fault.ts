export interface SendError {
  code?: unknown;
  responseCode?: unknown;
}

/** Faults of the connection or of our own sign-in: the mail itself is not to blame, whatever number came with it. */
const NOT_THE_MAIL = new Set([
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'ECONNECTION',
  'ETLS',
  'EDNS',
  'ESOCKET',
  'ETIMEDOUT',
  'EPROXY',
]);

/**
 * Whether trying again can help. A mail server says no for good with 5xx; an envelope or message that could not even
 * be written will not be better tomorrow. All else passes: a full disk, a cut line, a server that is being restarted.
 */
export function isFinal(error: Error & SendError): boolean {
  if (NOT_THE_MAIL.has(String(error.code))) return false;
  if (typeof error.responseCode === 'number') return error.responseCode >= 500;
  return error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
}
