import { type Mailbox, readAddresses } from './mime/addresses.js';
import type { Faults } from './mime/faults.js';
import type { MimeHead } from './mime/mime-head.js';
import { normalizeMailAddress } from './mail-address.js';
import { oneLine } from './subject.js';

export interface Sender {
  address: string;
  name: string | null;
}

const LONGEST_NAME = 120;
/** Where a sender's address may stand when From has none, nearest to the writer first. */
const OTHERS = ['reply-to', 'sender', 'resent-from'];

/**
 * Who wrote a mail: the first usable address of From (of the first From, when there are two); else of Reply-To, Sender,
 * Resent-From; else the envelope's sender, and last Return-Path. A name that stands in From without an address still
 * names the writer.
 * @returns null when nobody did
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
  const name = oneLine(written.flat().find((box) => box.name)?.name ?? '', LONGEST_NAME) || null;
  for (const field of OTHERS) {
    const found = usable(head.characters(field).flatMap(readAddresses));
    if (found) return { address: found.address, name: name ?? found.name };
  }
  const returnPath = readAddresses(head.raw('return-path'))[0]?.address;
  const address = normalizeMailAddress(envelopeFrom) ?? normalizeMailAddress(returnPath);
  return address ? { address, name } : null;
}

/**
 * Whether From names exactly one author. Only then do the sender's domain and its policies speak about that author, and
 * only then may a mail take somebody's part.
 */
export function hasOneAuthor(head: MimeHead): boolean {
  const named = head.characters('from').flatMap(readAddresses);
  return named.length === 1 && usable(named) !== null;
}

function usable(boxes: Mailbox[]): Sender | null {
  for (const { address, name } of boxes) {
    const normal = normalizeMailAddress(address);
    if (normal) return { address: normal, name: oneLine(name, LONGEST_NAME) || null };
  }
  return null;
}
