/** `PJSIP/201-0000001b`, `Local/202@agents-00000006;1`, `SIP/201`, `Agent/203` */
const ENDPOINT = /^[A-Za-z0-9]+\/([^@/;]+?)(?:@[^;/]*)?(?:-[0-9a-f]{8})?(?:;[12])?$/;

/** The extension in the name of a channel or a queue member's interface; null when it names none. */
export function extensionIn(name: string | undefined): string | null {
  return (name && ENDPOINT.exec(name)?.[1]) || null;
}

/** What Asterisk writes when there is no number. */
const NONE = new Set(['', '<unknown>', 's', 'anonymous', 'unavailable']);

/** A caller's number, or empty when there is none. */
export function callerIn(number: string | undefined): string {
  return number === undefined || NONE.has(number.toLowerCase()) ? '' : number;
}
