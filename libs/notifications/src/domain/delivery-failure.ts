export interface SendError {
  code?: unknown;
  responseCode?: unknown;
}

/** Errors of the connection or of our sign-in, not of the mail, whatever response code came with them. */
const CONNECTION_FAULTS = new Set([
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
 * Whether a retry is pointless: a mail server rejects permanently with 5xx, and an invalid envelope or message stays
 * invalid. Everything else is temporary: a full disk, a lost connection, a restarting server.
 */
export function isPermanentFailure(error: Error & SendError): boolean {
  if (CONNECTION_FAULTS.has(String(error.code))) return false;
  if (typeof error.responseCode === 'number') return error.responseCode >= 500;
  return error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
}
