/**
 * What was wrong with a mail that could be read all the same. Kept with it for administrators; the names are stable.
 * `charset.*` text was decoded by guess · `encoding.*` the transfer encoding was not what it said · `structure.*` parts
 * could not be told apart as written · `limit.*` a bound was reached and the rest is only in the original ·
 * `sender.*` who wrote was not found in the usual place · `content.*` a packed part could not be unpacked.
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

/** Where a reader says what it had to put up with. */
export interface Faults {
  note(fault: MailFault): void;
}

/** For a second look at what has been noted already. */
export const NO_FAULTS: Faults = { note: () => undefined };

/** Collects the faults of one mail, each once. */
export class FaultList implements Faults {
  private readonly found = new Set<MailFault>();

  note(fault: MailFault): void {
    this.found.add(fault);
  }

  /** In the order of the catalogue, so that the same mail always says the same. */
  list(): MailFault[] {
    return MAIL_FAULTS.filter((fault) => this.found.has(fault));
  }
}
