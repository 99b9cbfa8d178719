import type { DeliveryReport } from './delivery-report.js';
import type { MailHeaders } from './mail-headers.js';
import { normalizeMailAddress } from './mail-address.js';
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

/** Local parts that mail systems use. */
const MAIL_SYSTEM_ADDRESS =
  /^(?:mailer-daemon|mail-daemon|mailerdaemon|postmaster|microsoftexchange[0-9a-f]{1,40})@/i;

/**
 * Opening phrases of bounces in free text: qmail, Exim, Postfix, Exchange, Gmail, sendmail and others. Tested on the
 * subject and the text.
 */
const FAILURE_PATTERNS = [
  /this is the qmail-send program/i,
  /could not be delivered to one or more/i,
  /sorry to have to inform you that your message could not/i,
  /did not reach the following recipient/i,
  /delivery has failed to these recipients/i,
  /couldn't be delivered/i,
  /wasn['’]t delivered to/i,
  /delivery to the following recipients? failed/i,
  /the following address(?:es)? (?:failed|had permanent fatal errors)/i,
  /(?:mail|message) (?:delivery|system) (?:failed|failure|error)/i,
  /delivery status notification \(failure\)/i,
  /undeliver(?:able|ed)/i,
  /^(?:failure notice|returned mail)/i,
];
const DELAY_PATTERNS = [
  /delivery status notification \(delay\)/i,
  /(?:message|mail|delivery)[^.\n]{0,60}(?:has been|is|was) delayed/i,
  /(?:will|we'll) (?:keep trying|be retried|retry)/i,
];

/**
 * Reads a bounce in free text, of systems without RFC 3464. It counts only when a mail system wrote it and says that
 * a mail did not arrive.
 * @returns null for anything else
 */
export function readFreeFormBounce(mail: PossibleBounce): DeliveryReport | null {
  const named = mail.headers.has('x-failed-recipients');
  if (!MAIL_SYSTEM_ADDRESS.test(mail.sender) && !(named && mail.envelopeFrom === '')) return null;
  const text = mail.text.slice(0, MAX_TEXT);
  const says = (patterns: RegExp[]) => patterns.some((one) => one.test(mail.subject) || one.test(text));
  const failed = says(FAILURE_PATTERNS) || named;
  const delayed = says(DELAY_PATTERNS) && !/permanent|fatal|gave up|giving up/i.test(text);
  if (!failed && !delayed) return null;
  return {
    originals: originalsOf(mail, text),
    action: delayed ? 'delayed' : 'failed',
    detail: detailOf(text),
    addresses: addressesOf(mail, text),
  };
}

/** Every Message-ID it quotes; ours are known by looking them up. */
function originalsOf({ headers, attachments }: PossibleBounce, text: string): string[] {
  const quoted = attachments
    .filter(({ type }) => /^(?:message|text)\//.test(type))
    .map(({ content }) => content.subarray(0, MAX_TEXT).toString('latin1'));
  const fields = [headers.first('in-reply-to'), headers.first('references')];
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
