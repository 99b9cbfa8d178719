import { type DeliveryReport, hasDeliveryStatus, isReport, readDeliveryReport } from './delivery-report.js';
import { isFeedbackReport, readFeedbackReport } from './feedback-report.js';
import { freeFormReport, type PossibleBounce, readFreeFormBounce } from './free-form-bounce.js';

/** Reads a mail that is a report about mail of ours, in any form. @returns null when it is none */
export function readReport(mail: PossibleBounce): DeliveryReport | null {
  const { headers, attachments } = mail;
  if (isFeedbackReport(headers, attachments)) return readFeedbackReport(attachments);
  if (!isReport(headers)) {
    const inFreeForm = readFreeFormBounce(mail);
    return inFreeForm && hasDeliveryStatus(attachments)
      ? readDeliveryReport(headers, attachments)
      : inFreeForm;
  }
  const report = readDeliveryReport(headers, attachments);
  // A receipt that somebody has read a mail, or a report of another kind: it says nothing about the delivery.
  if (hasDeliveryStatus(attachments) ? report.action !== 'other' : isReceipt(mail)) return report;
  const { originals, addresses, ...said } = freeFormReport(mail, false);
  return {
    ...said,
    originals: [...new Set([...report.originals, ...originals])],
    addresses: [...new Set([...report.addresses, ...addresses])],
  };
}

/** A read receipt (RFC 8098). */
function isReceipt({ headers, attachments }: PossibleBounce): boolean {
  return (
    /report-type\s*=\s*"?disposition-notification/i.test(headers.first('content-type').slice(0, 1000)) ||
    attachments.some(({ type }) => type === 'message/disposition-notification')
  );
}
