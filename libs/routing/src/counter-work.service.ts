import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#wasl/platform';
import type { TicketState } from '#wasl/tickets';
import { RoutingConfig } from './routing-config.service.js';
import { lockPresence } from './presence-store.js';
import { lockWorkItem, transitionWorkItem } from './work-store.js';

/**
 * Work of a ticket whose requester waits at a service centre. A counter takes it, so the router does not offer it. It
 * is still counted as work, and returns to the router when no counter takes it.
 */
@Injectable()
export class CounterWork {
  constructor(@Inject(RoutingConfig) private readonly config: RoutingConfig) {}

  /** Call before a transaction that opens a ticket: reading the rules inside it would need a second connection. */
  async warmUp(): Promise<void> {
    await this.config.current();
  }

  /** Call with the ticket locked, before its work changes in a transaction that then assigns it to the clerk. */
  async lockClerk(tx: Tx, staffId: string): Promise<void> {
    await lockPresence(tx, staffId);
  }

  /** Call in the transaction that opens the ticket, so that no round offers the work. */
  hold(tx: Tx, ticketId: string): void {
    tx.send(
      `UPDATE work SET at_counter = true, counter_until = 'infinity' WHERE ticket_id = $1 AND state = 'waiting'`,
      [ticketId],
    );
  }

  /** A counter took it, or the ticket was settled: it is no longer reserved for a counter. */
  release(tx: Tx, ticketId: string): void {
    tx.send(`UPDATE work SET at_counter = false WHERE ticket_id = $1 AND at_counter AND state <> 'done'`, [
      ticketId,
    ]);
  }

  /**
   * The requester has left: the ticket waits in its queue with its old urgency, as ordinary written work.
   * @param ticket locked
   */
  async onRequesterLeft(tx: Tx, ticket: TicketState): Promise<void> {
    const work = await lockWorkItem(tx, { ticketId: ticket.id });
    if (!work) return;
    tx.send('UPDATE work SET at_counter = false, counter_until = $2 WHERE id = $1', [work.id, tx.now]);
    if (work.state === 'waiting') await transitionWorkItem(tx, work, { to: 'waiting' });
  }
}
