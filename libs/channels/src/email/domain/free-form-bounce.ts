import { hasPermanentCode, isFailureSubject, outcomeIn } from './bounce-phrases.js';
import type { DeliveryReport } from './delivery-report.js';
import { normalizeMailAddress } from './mail-address.js';
import type { MailHeaders } from './mail-headers.js';
import { isDaemon, isPostmaster } from './mail-system.js';
import { messageIdsIn } from './message-id.js';

/** The parts of a mail that may be a bounce. */
export interface PossibleBounce {
  headers: MailHeaders;
  /** of the header */
  sender: string;
  envelopeFrom: string;
  subject: string;
  text: string;
  attachments: { type: string; content: Buffer }[];
}

const MAX_TEXT = 64 * 1024;
const MAX_IDS = 50;
const MAX_ADDRESSES = 50;

/**
 * Reads a bounce in free text, of systems without RFC 3464. What a daemon writes is a report whatever it says. A
 * postmaster may be a person, and an empty return path is that of vacation notes too, so these must say that a mail
 * did not arrive.
 * @returns null for anything else
 */
export function readFreeFormBounce(mail: PossibleBounce): DeliveryReport | null {
  const named = mail.headers.has('x-failed-recipients');
  const nullSender = mail.envelopeFrom.replace(/[<>\s]/g, '') === '';
  const bySubject = isFailureSubject(mail.subject);
  if (isDaemon(mail.sender)) return freeFormReport(mail, named);
  if (nullSender && (named || bySubject)) return freeFormReport(mail, named);
  if (!isPostmaster(mail.sender)) return null;
  const byMachine = nullSender || named || bySubject || mail.headers.has('auto-submitted');
  const report = freeFormReport(mail, named);
  return byMachine && report.action !== 'unknown' ? report : null;
}

/** @param failed some evidence besides the text says that it failed */
export function freeFormReport(mail: PossibleBounce, failed: boolean): DeliveryReport {
  const text = mail.text.slice(0, MAX_TEXT);
  const fallback = failed || hasPermanentCode(text) ? 'failed' : 'unknown';
  return {
    originals: originalsOf(mail, text),
    action: outcomeIn(mail.subject, text) ?? fallback,
    detail: detailOf(text),
    addresses: addressesOf(mail, text),
  };
}

/**
 * Every Message-ID it quotes; ours are known by looking them up. Some systems return a mail with its own header, so
 * that the report itself has our Message-ID.
 */
function originalsOf({ headers, attachments }: PossibleBounce, text: string): string[] {
  const quoted = attachments
    .filter(({ type }) => /^(?:message|text)\//.test(type))
    .map(({ content }) => content.subarray(0, MAX_TEXT).toString('latin1'));
  const fields = ['in-reply-to', 'references', 'x-original-message-id', 'message-id'].map((name) =>
    headers.first(name),
  );
  return [...new Set([...fields, text, ...quoted].flatMap(messageIdsIn))].slice(0, MAX_IDS);
}

function addressesOf({ headers }: PossibleBounce, text: string): string[] {
  const found = `${headers.all('x-failed-recipients').join(' ')} ${text}`.match(
    /[^\s<>"'():;,[\]]{1,64}@[a-z0-9.-]{1,190}/gi,
  );
  const addresses = (found ?? []).flatMap((one) => normalizeMailAddress(one.replace(/\.{1,9}$/, '')) ?? []);
  return [...new Set(addresses)].slice(0, MAX_ADDRESSES);
}

/** The line with the status code, shown to staff. */
function detailOf(text: string): string {
  const line = text
    .split(/\r?\n/)
    .find((one) => /(?:^|[^\d.])[45](?:\d\d[ -]|\.\d{1,3}\.\d{1,3})/.test(one.slice(0, 500)));
  return line?.trim().slice(0, 300) ?? '';
}
