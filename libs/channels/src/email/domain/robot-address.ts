/** Words for an address that nobody reads, in the middle or at an end of a local part: `ticket-noreply`, `noreply+x`. */
const UNREAD =
  /(?:^|[-._+])(?:no[-._]?(?:reply|responder|response)|do[-._]?not[-._]?reply|not[-._]?reply|ne[-._]?pas[-._]?repondre|nicht[-._]?antworten|keine[-._]?antwort|nao[-._]?responda|non[-._]?rispondere|unattended)(?:$|[-._+=\d])/;
const PROGRAM =
  /^(?:mailer-?daemon|mail-daemon|double-bounce|auto-?(?:reply|responder|response|answer|confirm|mailer)|vacation|listserv|majordomo|mailman|notifications?)(?:$|[+=])/;
/** `bounce`, `bounces+tag`, `bounce-1234`, and the senders of mailing lists. */
const BOUNCE =
  /^(?:bounces?(?:$|[+=]|-?\d|-[a-z0-9]{1,40}=)|prvs=|btv1==)|-(?:bounces?|owner|request)(?:$|[+=])|^owner-/;
const POSTMASTER = /^postmaster(?:$|[+=])/;

/**
 * Whether programs write from an address and nobody reads what is sent there.
 * @param address normalized
 */
export function isRobotAddress(address: string): boolean {
  const local = localPart(address);
  return UNREAD.test(local) || PROGRAM.test(local) || BOUNCE.test(local);
}

/** Whether nothing automatic may be sent there: programs and postmasters. */
export const isUnansweredAddress = (address: string): boolean =>
  isRobotAddress(address) || POSTMASTER.test(localPart(address));

const localPart = (address: string) => address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
