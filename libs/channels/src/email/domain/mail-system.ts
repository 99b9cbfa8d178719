/**
 * The sender of a report whose From has no address, as in `From: <MAILER-DAEMON>`. Not a real host, so that nothing is
 * ever sent there.
 */
export const NAMELESS_MAIL_SYSTEM = 'mailer-daemon@unknown.invalid';

/** Local parts under which only programs write. */
const DAEMON =
  /^(?:mailer-?daemon|mail-daemon|mail-delivery-(?:sub)?system|double-bounce|mdaemon|microsoftexchange[0-9a-f]{1,40})(?:[+=][^@]{1,64})?@/i;
/** Also people read and write as postmaster. */
const POSTMASTER = /^postmaster(?:[+=][^@]{1,64})?@/i;
const NAME = /\b(?:mailer-?daemon|mail delivery (?:sub)?system|mail delivery service|postmaster)\b/i;

export const isDaemon = (address: string): boolean => DAEMON.test(address);
export const isPostmaster = (address: string): boolean => POSTMASTER.test(address);
/** Whether a From field without a usable address names a mail system. */
export const namesMailSystem = (from: string): boolean => NAME.test(from.slice(0, 500));
