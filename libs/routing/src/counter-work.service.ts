import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import type { TicketState } from '#wasl/tickets';
import { RoutingConfig } from './routing-config.service.js';
import { lockWork, moveWork } from './work-store.js';

/**
 * The work of a ticket whose requester waits at a service centre: a desk there takes it, and the router leaves it
 * alone. It is work like any other all the same, so that it is counted, and nothing is lost when nobody takes it.
 */
@Injectable()
export class CounterWork {
  constructor(@Inject(RoutingConfig) private readonly config: RoutingConfig) {}

  /** Before a transaction that opens a ticket: inside, a first reading of the rules would wait for a second connection. */
  async prepare(): Promise<void> {
    await this.config.current();
  }

  /** In the transaction that opens the ticket, so that no round ever sees it free. */
  hold(tx: Tx, ticketId: string): void {
    tx.send(
      `UPDATE work SET at_counter = true, counter_until = 'infinity' WHERE ticket_id = $1 AND state = 'waiting'`,
      [ticketId],
    );
  }

  /** A desk takes it, or somebody settled the matter: from now on it is nobody's to hold. */
  free(tx: Tx, ticketId: string): void {
    tx.send(`UPDATE work SET at_counter = false WHERE ticket_id = $1 AND at_counter AND state <> 'done'`, [
      ticketId,
    ]);
  }

  /**
   * The requester is no longer there: the matter waits on in its queue, in its old place, as ordinary written work.
   * @param ticket locked
   */
  async requesterGone(tx: Tx, ticket: TicketState): Promise<void> {
    const work = await lockWork(tx, { ticketId: ticket.id });
    if (!work) return;
    tx.send('UPDATE work SET at_counter = false, counter_until = $2 WHERE id = $1', [work.id, tx.now]);
    if (work.state === 'waiting') await moveWork(tx, work, { to: 'waiting' });
  }
}
