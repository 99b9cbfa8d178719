import { Inject, Injectable } from '@nestjs/common';
import { Keys, type Tx } from '#wasl/platform';
import { NUMBERS_PER_YEAR, TicketNumbers } from './domain/ticket-number.js';

/**
 * Allocates ticket ids and numbers. One id at a time, although blocks would save a statement: lists are ordered by id,
 * and with a block per process that would not be the order of arrival.
 */
@Injectable()
export class TicketNumbering {
  private readonly numbers: TicketNumbers;

  constructor(@Inject(Keys) keys: Keys) {
    this.numbers = new TicketNumbers(keys.for('ticket-number'));
  }

  async next(tx: Tx): Promise<{ id: string; number: string }> {
    const [row] = await tx.query<{ id: string }>(`SELECT nextval('ticket_seq') AS id`);
    const sequence = Number(BigInt(row!.id) % BigInt(NUMBERS_PER_YEAR));
    return { id: row!.id, number: this.numbers.numberOf(sequence, tx.now.getUTCFullYear()) };
  }
}
