import { createHmac, timingSafeEqual } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const SIGNATURE_BYTES = 10;
const RECIPIENT_BYTES = 5;
/** RFC 5321, 4.5.3.1.1 */
const MAX_LOCAL_PART_LENGTH = 64;

/** Base 32 of RFC 4648 in lower case and without padding: safe even where mail systems change the case. */
export function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(held >> (bits - 5)) & 31]!;
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31]! : text;
}

/** An 80-bit signature: whoever writes to an address with it was given that address by us. */
export function signatureOf(ticket: string, key: Buffer): string {
  return base32(createHmac('sha256', key).update(`ticket:${ticket}`).digest().subarray(0, SIGNATURE_BYTES));
}

/** A further 40 bits that identify the recipient to whom we gave the address. */
export function recipientTagOf(ticket: string, recipient: string, key: Buffer): string {
  const text = `recipient:${ticket}:${recipient.toLowerCase()}`;
  return base32(createHmac('sha256', key).update(text).digest().subarray(0, RECIPIENT_BYTES));
}

export function isValidSignature(ticket: string, signature: string, key: Buffer): boolean {
  return isSame(signature, signatureOf(ticket, key));
}

export function isValidRecipientTag(ticket: string, recipient: string, tag: string, key: Buffer): boolean {
  return isSame(tag, recipientTagOf(ticket, recipient, key));
}

/** Compares in constant time. */
function isSame(one: string, other: string): boolean {
  const [given, expected] = [Buffer.from(one), Buffer.from(other)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * `billing+264819370521.<signature><recipient tag>`. With a long queue key the tag is left out, with a very long one
 * no signature fits either.
 * @returns null when it would be longer than a local part may be
 */
export function signedLocalPart(
  queueKey: string,
  ticket: string,
  recipient: string | null,
  key: Buffer,
): string | null {
  const local = `${queueKey}+${ticket}.${signatureOf(ticket, key)}`;
  const tagged = recipient === null ? local : local + recipientTagOf(ticket, recipient, key);
  return [tagged, local].find(({ length }) => length <= MAX_LOCAL_PART_LENGTH) ?? null;
}

export interface OurAddress {
  queueKey: string;
  /** the ticket number and its claimed signature */
  signed: { ticket: string; signature: string; tag: string | null } | null;
}

/** Parses an address of our domain, in any case. @returns null when it is of another domain or form */
export function parseOurAddress(address: string, domain: string): OurAddress | null {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return null;
  const parts = /^([a-z0-9][a-z0-9-]{0,39})(?:\+(.*))?$/.exec(address.slice(0, at).toLowerCase());
  if (!parts) return null;
  const plus = /^(\d{12})\.([a-z2-7]{16})([a-z2-7]{8})?$/.exec(parts[2] ?? '');
  return {
    queueKey: parts[1]!,
    signed: plus ? { ticket: plus[1]!, signature: plus[2]!, tag: plus[3] ?? null } : null,
  };
}

const ADDRESS =
  /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,64}@[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,189}$/;

/** Normalizes a mail address: lower case. @returns null when mail could not be sent to it */
export function normalizeMailAddress(text: string | null | undefined): string | null {
  const address = text?.trim().toLowerCase() ?? '';
  return ADDRESS.test(address) ? address : null;
}
