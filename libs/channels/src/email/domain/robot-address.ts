/** Words for an address that nobody reads, in the middle or at an end of a local part: `ticket-noreply`, `noreply+x`. */
const UNREAD =
  /(?:^|[-._+])(?:no[-._]?(?:reply|responder|response)|do[-._]?not[-._]?reply|not[-._]?reply|ne[-._]?pas[-._]?repondre|nicht[-._]?antworten|keine[-._]?antwort|nao[-._]?responda|non[-._]?rispondere|unattended)(?:$|[-._+=\d])/;
const PROGRAM =
  /^(?:mailer-?daemon|mail-daemon|double-bounce|auto-?(?:reply|responder|response|answer|confirm|mailer)|vacation|listserv|majordomo|mailman)(?:$|[+=])/;
/** `bounce`, `bounces+tag`, `bounce-1234`, and the senders of mailing lists. */
const BOUNCE =
  /^(?:bounces?(?:$|[+=]|-?\d|-[a-z0-9]{1,40}=)|prvs=|btv1==)|-(?:bounces?|owner|request)(?:$|[+=])|^owner-/;
const SYSTEM = /^(?:postmaster|notifications?)(?:$|[+=])/;

/**
 * Whether only mail programs write from an address: what comes from there are reports and automatic replies.
 * @param address normalized
 */
export function isRobotAddress(address: string): boolean {
  const local = localPart(address);
  return PROGRAM.test(local) || BOUNCE.test(local);
}

/**
 * Whether nothing automatic may be sent there. What a no-reply address sends may matter all the same, such as a decision
 * of another body.
 */
export function isUnansweredAddress(address: string): boolean {
  const local = localPart(address);
  return isRobotAddress(address) || UNREAD.test(local) || SYSTEM.test(local);
}

const localPart = (address: string) => address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
