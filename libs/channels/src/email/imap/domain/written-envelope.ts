import { MailHeaders } from '../../domain/mail-headers.js';
import { readAddresses } from '../../domain/mime/addresses.js';
import { normalizeMailAddress } from '../../domain/mail-address.js';

/** Where the systems on the way have noted for whom a mail was, nearest to us first; then what its writer wrote. */
const RECIPIENTS = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-delivered-to',
  'to',
  'cc',
  'resent-to',
];

/**
 * What an SMTP client would have said, as far as the header of a stored mail still tells.
 * @returns from: empty when a report came back, the writer when nobody noted the envelope's sender; recipients: all
 * that are named, ours or not, each once
 */
export function writtenEnvelope(head: string): { from: string; recipients: string[] } {
  const headers = MailHeaders.from(head);
  const sender = headers.has('return-path') ? headers.first('return-path') : headers.first('from');
  const named = RECIPIENTS.flatMap((field) => headers.all(field)).flatMap((value) => readAddresses(value));
  const recipients = named.flatMap(({ address }) => normalizeMailAddress(address) ?? []);
  return {
    from: normalizeMailAddress(readAddresses(sender)[0]?.address) ?? '',
    recipients: [...new Set(recipients)],
  };
}
