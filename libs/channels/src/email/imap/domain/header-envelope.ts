import { MailHeaders } from '../../domain/mail-headers.js';
import { readAddresses } from '../../domain/mime/addresses.js';
import { normalizeMailAddress } from '../../domain/mail-address.js';

/** Header fields with the recipients, most reliable first: those set on delivery, then those the writer named. */
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
 * Reconstructs the SMTP envelope from the header of a stored mail.
 * @returns from: empty for a bounce, the author when the envelope sender was not recorded; recipients: all that are
 * named, each once
 */
export function envelopeFromHeaders(head: string): { from: string; recipients: string[] } {
  const headers = MailHeaders.from(head);
  const sender = headers.has('return-path') ? headers.first('return-path') : headers.first('from');
  const named = RECIPIENTS.flatMap((field) => headers.all(field)).flatMap((value) => readAddresses(value));
  const recipients = named.flatMap(({ address }) => normalizeMailAddress(address) ?? []);
  return {
    from: normalizeMailAddress(readAddresses(sender)[0]?.address) ?? '',
    recipients: [...new Set(recipients)],
  };
}
