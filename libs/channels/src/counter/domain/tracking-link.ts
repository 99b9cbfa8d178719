/**
 * Where the code on a receipt leads. The number alone is asked of the server; the code stands behind `#`, which no
 * browser sends, so that it reaches no server's log. Nothing in it says whose ticket it is.
 * @param number grouped
 */
export function trackingLink(
  portal: string,
  language: 'ar' | 'en',
  ticket: { number: string; trackingCode: string },
): string {
  return `${portal}/${language}/track?number=${ticket.number}#code=${ticket.trackingCode}`;
}
