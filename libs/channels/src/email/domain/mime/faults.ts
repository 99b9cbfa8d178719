/**
 * Faults of a mail that could be read all the same. Stored with it for administrators; the names are stable.
 * `charset.*` the text was decoded by guessing · `encoding.*` the transfer encoding was not as declared ·
 * `structure.*` the parts could not be separated as declared · `limit.*` a limit was reached and the rest is only in
 * the original · `sender.*` the author was not in the usual place · `content.*` a packed part could not be unpacked.
 */
export const MAIL_FAULTS = [
  'charset.missing',
  'charset.unknown',
  'charset.wrong',
  'encoding.unknown',
  'encoding.wrong',
  'header.broken',
  'header.eight_bit',
  'header.nul',
  'structure.no_boundary',
  'structure.no_head',
  'structure.unclosed',
  'limit.depth',
  'limit.head',
  'limit.parts',
  'limit.text',
  'sender.doubled',
  'sender.elsewhere',
  'content.cms',
  'content.encrypted',
  'content.tnef',
  'content.uuencode',
] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

/** Receives the faults that a reader tolerates. */
export interface Faults {
  note(fault: MailFault): void;
}

/** For reading again what has already been reported. */
export const NO_FAULTS: Faults = { note: () => undefined };

/** Collects the faults of one mail, each once. */
export class FaultList implements Faults {
  private readonly found = new Set<MailFault>();

  note(fault: MailFault): void {
    this.found.add(fault);
  }

  /** In a fixed order, so that the same mail always gives the same list. */
  list(): MailFault[] {
    return MAIL_FAULTS.filter((fault) => this.found.has(fault));
  }
}
