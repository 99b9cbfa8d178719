import { normalizeMailAddress } from './mail-address.js';
import { MailHeaders } from './mail-headers.js';
import { messageIdsIn } from './message-id.js';

/** A delivery report about a mail of ours (RFC 3464, RFC 6522). */
export interface DeliveryReport {
  /** Message-IDs of the mail it is about */
  originals: string[];
  action: 'failed' | 'delayed' | 'delivered' | 'other';
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

export function isDeliveryReport(headers: MailHeaders): boolean {
  return /^\s*multipart\/report\b/i.test(headers.first('content-type'));
}

/** Reads a report from the parts of a multipart/report. */
export function readDeliveryReport(headers: MailHeaders, parts: ReportPart[]): DeliveryReport {
  const originals = [headers.first('in-reply-to'), headers.first('references')];
  let status = '';
  for (const part of parts) {
    const text = part.content.subarray(0, HEAD_BYTES).toString('utf8');
    if (ORIGINALS.has(part.type)) originals.unshift(MailHeaders.from(text).first('message-id'));
    if (STATUSES.has(part.type)) status += `\n${text}`;
  }
  const action = /^action:\s*([a-z]+)/im.exec(status)?.[1]?.toLowerCase() ?? '';
  const code = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(status)?.[1] ?? '';
  const diagnostic = /^diagnostic-code:\s*([^\r\n]{1,300})/im.exec(status)?.[1] ?? '';
  return {
    originals: [...new Set(originals.flatMap(messageIdsIn))],
    action: action === 'failed' || action === 'delayed' || action === 'delivered' ? action : 'other',
    detail: `${code} ${diagnostic}`.trim(),
    addresses: recipientsIn(status),
  };
}

/** `Final-Recipient: rfc822; person@home.example` */
function recipientsIn(status: string): string[] {
  const lines = status.match(/^(?:final|original)-recipient:[^\r\n]{1,500}/gim) ?? [];
  const found = lines.flatMap((line) => normalizeMailAddress(line.slice(line.indexOf(';') + 1)) ?? []);
  return [...new Set(found)];
}
