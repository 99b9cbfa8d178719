import { Inject, Injectable } from '@nestjs/common';
import { Keys, type Tx } from '#wasl/platform';
import { NUMBERS_A_YEAR, TicketNumbers } from './domain/ticket-number.js';

const BLOCK = 50;

/**
 * Gives out ticket ids and numbers. Ids are taken from the sequence in blocks, on the connection of the transaction
 * that needs one: waiting for a second connection inside a transaction could starve the pool. A process that dies
 * leaves a gap, which the permutation hides anyway.
 */
@Injectable()
export class TicketNumbering {
  private readonly numbers: TicketNumbers;
  private readonly ids: string[] = [];

  constructor(@Inject(Keys) keys: Keys) {
    this.numbers = new TicketNumbers(keys.for('ticket-number'));
  }

  async next(tx: Tx): Promise<{ id: string; number: string }> {
    const id = this.ids.shift() ?? (await this.draw(tx));
    const sequence = Number(BigInt(id) % BigInt(NUMBERS_A_YEAR));
    return { id, number: this.numbers.numberOf(sequence, tx.now.getUTCFullYear()) };
  }

  /** A sequence is not rolled back, so the rest of the block stays good whatever becomes of the transaction. */
  private async draw(tx: Tx): Promise<string> {
    const rows = await tx.query<{ id: string }>(
      `SELECT nextval('ticket_seq') AS id FROM generate_series(1, $1)`,
      [BLOCK],
    );
    const [first, ...rest] = rows.map((row) => row.id);
    this.ids.push(...rest);
    return first!;
  }
}
