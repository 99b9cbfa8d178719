import type { DeliveryReport, ReportPart } from './delivery-report.js';
import { normalizeMailAddress } from './mail-address.js';
import { MailHeaders } from './mail-headers.js';
import { messageIdsIn } from './message-id.js';

const HEAD_BYTES = 64 * 1024;
/** Kinds by which the recipient says that mail is not wanted (RFC 5965, RFC 6430); the others are about the mail. */
const COMPLAINTS = new Set(['abuse', 'opt-out', 'opt-out-list', 'fraud', 'other', '']);

export function isFeedbackReport(headers: MailHeaders, parts: ReportPart[]): boolean {
  return (
    /^\s*multipart\/report\b[^\r\n]{0,500}report-type\s*=\s*"?feedback-report/i.test(
      headers.first('content-type'),
    ) || parts.some(({ type }) => type === 'message/feedback-report')
  );
}

/** Reads an abuse report (ARF, RFC 5965): its recipient wants no more mail. */
export function readFeedbackReport(parts: ReportPart[]): DeliveryReport {
  const textOf = ({ content }: ReportPart) => content.subarray(0, HEAD_BYTES).toString('utf8');
  const feedback = parts.filter(({ type }) => type === 'message/feedback-report').map(textOf);
  const fields = MailHeaders.from(feedback.join('\n'));
  const originals = parts
    .filter(({ type }) => /^(?:message\/(?:rfc822|global)|text\/rfc822)/.test(type))
    .flatMap((part) => messageIdsIn(MailHeaders.from(textOf(part)).first('message-id')));
  const kind = fields.first('feedback-type').toLowerCase();
  const named = [...fields.all('original-rcpt-to'), ...fields.all('removal-recipient')];
  return {
    originals: [...new Set(originals)],
    action: COMPLAINTS.has(kind) ? 'complaint' : 'other',
    detail: [kind, fields.first('user-agent')].filter(Boolean).join(' ').slice(0, 300),
    addresses: [...new Set(named.flatMap((one) => normalizeMailAddress(one.replace(/[<>]/g, '')) ?? []))],
  };
}
