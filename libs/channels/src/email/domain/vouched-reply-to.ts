import { isAutomaticMail } from './automatic-mail.js';
import { normalizeMailAddress } from './mail-address.js';
import { MailHeaders } from './mail-headers.js';
import { readAddresses } from './mime/addresses.js';
import { isUnansweredAddress } from './robot-address.js';

/** A signature as the verifier reports it. */
export interface VerifiedSignature {
  signingDomain?: string;
  /** `rsa-sha256` */
  algo?: string;
  /** the names of the fields that it covers, of those that the mail has: `From: To: Reply-To` */
  signingHeaders?: { keys?: string };
  /** whether `l=` let a part of the body go unsigned */
  canonBodyLengthLimited?: boolean;
  canonBodyLength?: number;
  canonBodyLengthTotal?: number;
  /** false when its time is in the future or over */
  signatureTimeValid?: boolean;
  status?: { result?: string; aligned?: unknown };
}

export interface CheckedMail {
  /** of the envelope; empty for reports */
  returnPath: string;
  /** the lines of its header, as the verifier split them */
  lines: readonly string[];
  signatures: readonly VerifiedSignature[];
  dmarc: { result?: string; strict?: boolean };
}

/**
 * The address in Reply-To, when the domain of From vouches for it: DMARC passes, and a valid signature of that domain
 * covers the one field of that name. A field that is there once and is signed cannot have been added or replaced on the
 * way: a second one would be counted here, and one that takes the place of the signed one breaks the signature.
 * @returns normalized; null when there is none, it is of no use, or nobody vouches for it
 */
export function vouchedReplyTo({ returnPath, lines, signatures, dmarc }: CheckedMail): string | null {
  if (dmarc.result !== 'pass') return null;
  const headers = new MailHeaders(lines);
  const [from, replyTo] = [addressIn(headers, 'from'), addressIn(headers, 'reply-to')];
  if (!from || !replyTo || from === replyTo || isUnansweredAddress(replyTo)) return null;
  // No person wrote it, or the list asks for answers to the list: nothing is sent in answer to that.
  if (isAutomaticMail(headers, returnPath) || headers.has('list-post')) return null;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const vouches = (one: VerifiedSignature) => isWhole(one) && isAligned(one, domain, dmarc.strict === true);
  return signatures.some((one) => vouches(one) && covers(one, ['from', 'reply-to'])) ? replyTo : null;
}

/** The one address of the one field of that name. */
function addressIn(headers: MailHeaders, name: string): string | null {
  const fields = headers.all(name);
  if (fields.length !== 1) return null;
  const addresses = readAddresses(fields[0]!);
  return addresses.length === 1 ? normalizeMailAddress(addresses[0]!.address) : null;
}

/** Valid, and over the whole body. RFC 8301 forbids SHA-1. */
function isWhole(one: VerifiedSignature): boolean {
  const limited = one.canonBodyLengthLimited !== false || one.canonBodyLength !== one.canonBodyLengthTotal;
  const isSha256 = /-sha256$/i.test(one.algo?.trim() ?? '');
  return one.status?.result === 'pass' && one.signatureTimeValid === true && isSha256 && !limited;
}

function isAligned(
  { signingDomain = '', status }: VerifiedSignature,
  domain: string,
  strict: boolean,
): boolean {
  if (signingDomain === '') return false;
  return strict ? signingDomain.toLowerCase() === domain : Boolean(status?.aligned);
}

function covers({ signingHeaders }: VerifiedSignature, names: string[]): boolean {
  const signed = (signingHeaders?.keys ?? '').split(':').map((name) => name.trim().toLowerCase());
  return names.every((name) => signed.includes(name));
}
