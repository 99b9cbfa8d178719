/** Mail of several relays and services has up to four. */
const MAX_SIGNATURES = 10;
const SIGNATURE = /^dkim-signature[ \t]*:/i;

/**
 * A mail with at most ten DKIM signatures, the newest, which stand first. Each may ask for another digest of the whole
 * body (RFC 6376, 6.1 lets verifiers limit how many they try). Other mail is returned as it is.
 */
export function limitSignatures(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n');
  // One byte is one character in Latin-1, so that all other bytes stay as they are.
  const head = raw.subarray(0, end < 0 ? raw.length : end).toString('latin1');
  const fields = head.split(/\r\n(?![ \t])/);
  let signatures = 0;
  const kept = fields.filter((field) => !SIGNATURE.test(field) || ++signatures <= MAX_SIGNATURES);
  if (signatures <= MAX_SIGNATURES) return raw;
  return Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), raw.subarray(head.length)]);
}
