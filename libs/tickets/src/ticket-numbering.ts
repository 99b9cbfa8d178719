import { Inject, Injectable } from '@nestjs/common';
import { Database, Keys } from '#wasl/platform';
import { NUMBERS_A_YEAR, TicketNumbers } from './domain/ticket-number.js';

const BLOCK = 50;

/**
 * Gives out ticket ids and numbers. Ids are taken from the sequence in blocks: a process that dies leaves a gap, which
 * the permutation hides anyway.
 */
@Injectable()
export class TicketNumbering {
  private readonly numbers: TicketNumbers;
  private ids: string[] = [];
  private refill?: Promise<void>;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Keys) keys: Keys,
  ) {
    this.numbers = new TicketNumbers(keys.for('ticket-number'));
  }

  async next(now: Date): Promise<{ id: string; number: string }> {
    while (this.ids.length === 0) {
      this.refill ??= this.fill().finally(() => (this.refill = undefined));
      await this.refill;
    }
    const id = this.ids.shift()!;
    const sequence = Number(BigInt(id) % BigInt(NUMBERS_A_YEAR));
    return { id, number: this.numbers.numberOf(sequence, now.getUTCFullYear()) };
  }

  private async fill(): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT nextval('ticket_seq') AS id FROM generate_series(1, $1)`,
      [BLOCK],
    );
    this.ids.push(...rows.map((row) => row.id));
  }
}
