/** What Asterisk writes when there is no number. */
const NONE = new Set(['', '<unknown>', 's', 'anonymous', 'unavailable']);

/** A caller's number, or empty when there is none. */
export function callerIn(number: string | undefined): string {
  return number === undefined || NONE.has(number.toLowerCase()) ? '' : number;
}
