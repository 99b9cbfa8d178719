import { type Mailbox, readAddresses } from './mime/addresses.js';
import type { Faults } from './mime/faults.js';
import type { MimeHead } from './mime/mime-head.js';
import { normalizeMailAddress } from './mail-address.js';
import { namesMailSystem, NAMELESS_MAIL_SYSTEM } from './mail-system.js';
import { oneLine } from './subject.js';

export interface Sender {
  address: string;
  name: string | null;
}

const MAX_NAME_LENGTH = 120;
/** Fields that may hold the sender's address when From has none, most reliable first. */
const FALLBACK_FIELDS = ['reply-to', 'sender', 'resent-from'];

/**
 * The sender of a mail: the first usable address of From (of the first From field, when there are two), else of
 * Reply-To, Sender, Resent-From, else the envelope sender, and last Return-Path. A name in From without an address is
 * still used. A mail system that names itself without an address counts as one.
 * @returns null when there is no sender
 */
export function senderOf(head: MimeHead, envelopeFrom: string, faults: Faults): Sender | null {
  const froms = head.characters('from');
  if (froms.length > 1) faults.note('sender.doubled');
  const written = froms.map((field) => readAddresses(field));
  for (const boxes of written) {
    const found = usable(boxes);
    if (found) return found;
  }
  faults.note('sender.elsewhere');
  if (froms.some(namesMailSystem)) return { address: NAMELESS_MAIL_SYSTEM, name: null };
  const name = oneLine(written.flat().find((box) => box.name)?.name ?? '', MAX_NAME_LENGTH) || null;
  for (const field of FALLBACK_FIELDS) {
    const found = usable(head.characters(field).flatMap(readAddresses));
    if (found) return { address: found.address, name: name ?? found.name };
  }
  const returnPath = readAddresses(head.raw('return-path'))[0]?.address;
  const address = normalizeMailAddress(envelopeFrom) ?? normalizeMailAddress(returnPath);
  return address ? { address, name } : null;
}

/**
 * Whether From names exactly one author. Only then do the domain's policies apply to that author, and only then may
 * the mail count as a participant's.
 */
export function hasOneAuthor(head: MimeHead): boolean {
  const named = head.characters('from').flatMap(readAddresses);
  return named.length === 1 && usable(named) !== null;
}

function usable(boxes: Mailbox[]): Sender | null {
  for (const { address, name } of boxes) {
    const normal = normalizeMailAddress(address);
    if (normal) return { address: normal, name: oneLine(name, MAX_NAME_LENGTH) || null };
  }
  return null;
}
