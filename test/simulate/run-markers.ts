import { randomInt } from 'node:crypto';

/**
 * Markers by which a run finds its own contacts. The seed decides what is sent and when; the marker differs from run to run,
 * so that a second run with the same seed is not taken for a duplicate of the first.
 */
export class RunMarkers {
  /** a unique word, by which the search finds everything of this run */
  readonly run: string;
  private readonly base: number;

  constructor() {
    this.base = randomInt(36 ** 5);
    this.run = `sim${this.base.toString(36).padStart(5, '0')}`;
  }

  /** The marker in the subject of a contact. */
  of(n: number): string {
    return `${this.run}x${n.toString(36).padStart(4, '0')}`;
  }

  /** The marker in the text of its requester's reply. */
  ofReply(n: number): string {
    return `${this.run}r${n.toString(36).padStart(4, '0')}`;
  }

  numberIn(subject: string): number | undefined {
    const found = new RegExp(`${this.run}x([0-9a-z]{4})`).exec(subject);
    return found ? Number.parseInt(found[1]!, 36) : undefined;
  }

  address(n: number): string {
    return `${this.of(n)}@home.example`;
  }

  /** A unique mobile number for each caller. */
  phone(n: number): string {
    return `+9733${String((this.base * 131 + n) % 10_000_000).padStart(7, '0')}`;
  }

  messageId(n: number): string {
    return `<${this.of(n)}@home.example>`;
  }

  callId(n: number): string {
    return `${this.of(n)}-call`;
  }
}
