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

/** Receives the faults that a reader tolerates, and counts its work. */
export interface Faults {
  note(fault: MailFault): void;
  /**
   * Counts characters that are about to be looked at.
   * @throws TooMuchWork
   */
  spend(characters: number): void;
}

/** Reading took more work than the size of the mail explains. */
export class TooMuchWork extends Error {
  override name = 'TooMuchWork';
  readonly code = 'mail.too_complex';
}

/** For reading again what has already been reported. */
export const NO_FAULTS: Faults = { note: () => undefined, spend: () => undefined };

/**
 * How often a reader may look at a character. Parts within parts are searched once for each level, and each text is
 * decoded, split and joined.
 */
const LOOKS = 64;
const ALWAYS_ALLOWED = 1_000_000;

/** Collects the faults of one mail, each once, and bounds the work of reading it. */
export class FaultList implements Faults {
  private readonly found = new Set<MailFault>();
  /** characters looked at */
  work = 0;

  /** @param size of the mail, in bytes */
  constructor(private readonly size = Infinity) {}

  note(fault: MailFault): void {
    this.found.add(fault);
  }

  spend(characters: number): void {
    this.work += characters;
    if (this.work > ALWAYS_ALLOWED + LOOKS * this.size) throw new TooMuchWork('mail.too_complex');
  }

  /** In a fixed order, so that the same mail always gives the same list. */
  list(): MailFault[] {
    return MAIL_FAULTS.filter((fault) => this.found.has(fault));
  }
}
