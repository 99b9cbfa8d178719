/**
 * The link in the QR code of a receipt. Only the number is in the query; the tracking code is in the fragment, which
 * browsers do not send, so that it reaches no server log. Nothing in the link identifies the requester.
 * @param number grouped
 */
export function trackingLink(
  portal: string,
  language: 'ar' | 'en',
  ticket: { number: string; trackingCode: string },
): string {
  return `${portal}/${language}/track?number=${ticket.number}#code=${ticket.trackingCode}`;
}
