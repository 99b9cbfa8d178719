import { normalizeMailAddress } from './mail-address.js';
import { MailHeaders } from './mail-headers.js';
import { messageIdsIn } from './message-id.js';

/** A report about a mail of ours (RFC 3464, RFC 6522, RFC 5965). */
export interface DeliveryReport {
  /** Message-IDs of the mail it is about */
  originals: string[];
  /**
   * `complaint`: the recipient wants no mail; `unknown`: a mail system wrote, but what it says was not understood;
   * `other`: it says nothing about the delivery
   */
  action: 'failed' | 'delayed' | 'delivered' | 'complaint' | 'unknown' | 'other';
  /** for staff: `5.1.1 smtp; 550 no such user` */
  detail: string;
  /** the failed recipients that it names; only those we wrote to count */
  addresses: string[];
}

export interface ReportPart {
  type: string;
  content: Buffer;
}

const HEAD_BYTES = 64 * 1024;
const ORIGINALS = new Set([
  'message/rfc822',
  'message/rfc822-headers',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
]);
const STATUSES = new Set(['message/delivery-status', 'message/global-delivery-status']);

export function isReport(headers: MailHeaders): boolean {
  return /^\s*multipart\/report\b/i.test(headers.first('content-type'));
}

export const hasDeliveryStatus = (parts: ReportPart[]): boolean =>
  parts.some(({ type }) => STATUSES.has(type));

/** Reads a report from the parts of a multipart/report. */
export function readDeliveryReport(headers: MailHeaders, parts: ReportPart[]): DeliveryReport {
  const originals = [headers.first('in-reply-to'), headers.first('references')];
  let status = '';
  for (const part of parts) {
    const text = part.content.subarray(0, HEAD_BYTES).toString('utf8');
    if (ORIGINALS.has(part.type)) originals.unshift(MailHeaders.from(text).first('message-id'));
    if (STATUSES.has(part.type)) status += `\n${text}`;
  }
  const recipients = status.split(/\r?\n\r?\n/).map(recipientIn);
  const action = ACTIONS.find((one) => recipients.some((recipient) => recipient.action === one)) ?? 'other';
  const decisive = recipients.filter((one) => one.action === action);
  const { code, diagnostic } = decisive.find((one) => one.code || one.diagnostic) ?? recipients[0]!;
  const failed = decisive.flatMap(({ addresses }) => addresses);
  return {
    originals: [...new Set(originals.flatMap(messageIdsIn))],
    action,
    detail: `${code} ${diagnostic}`.trim(),
    // Some systems put empty lines between the fields of a recipient.
    addresses: [...new Set(failed.length > 0 ? failed : addressesIn(status))],
  };
}

/** In order of precedence, when recipients differ. */
const ACTIONS = ['failed', 'delayed', 'delivered'] as const;

interface ReportedRecipient {
  action: (typeof ACTIONS)[number] | 'other';
  code: string;
  diagnostic: string;
  addresses: string[];
}

/** The fields about one recipient. Without an action, the class of the status decides. */
function recipientIn(fields: string): ReportedRecipient {
  const named = /^action:\s*([a-z]+)/im.exec(fields)?.[1]?.toLowerCase() ?? '';
  const code = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(fields)?.[1] ?? '';
  const byCode = { '5': 'failed', '4': 'delayed', '2': 'delivered' }[code.slice(0, 1)] ?? '';
  return {
    action: /^(?:relayed|expanded)$/.test(named)
      ? 'delivered'
      : (ACTIONS.find((one) => one === (named || byCode)) ?? 'other'),
    code,
    diagnostic: /^diagnostic-code:\s*([^\r\n]{1,300})/im.exec(fields)?.[1] ?? '',
    addresses: addressesIn(fields),
  };
}

/** `Final-Recipient: rfc822; person@home.example` */
function addressesIn(status: string): string[] {
  const lines = status.match(/^(?:final|original)-recipient:[^\r\n]{1,500}/gim) ?? [];
  const found = lines.flatMap((line) => normalizeMailAddress(line.slice(line.indexOf(';') + 1)) ?? []);
  return [...new Set(found)];
}
