import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import type { Tx } from '#wasl/platform';
import type { TicketState } from '#wasl/tickets';
import { onWorkReleased } from './capacity.js';
import { urgencyAt } from './domain/urgency.js';
import { lockPresence } from './presence-store.js';
import { nextDueTime } from './reorder-work.service.js';
import { RoutingConfig } from './routing-config.service.js';
import {
  insertWorkItem,
  lockWorkItem,
  transitionWorkItem,
  type WorkItem,
  withdrawOffer,
} from './work-store.js';

/** What happens to a chat's work when the visitor has left: the ticket stays open and is handled as written work. */
@Injectable()
export class ChatWork {
  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
  ) {}

  /**
   * A visitor who leaves before an answer has abandoned the chat; the ticket then waits as written work. Otherwise the
   * agent keeps it, with the capacity units of written work.
   * @param ticket locked
   */
  async onVisitorLeft(tx: Tx, ticket: TicketState): Promise<{ abandoned: boolean }> {
    const [seen] = await tx.query<{ agentId: string | null }>(
      `SELECT agent_id AS "agentId" FROM work WHERE ticket_id = $1 AND state <> 'done'`,
      [ticket.id],
    );
    if (seen?.agentId) await lockPresence(tx, seen.agentId);
    const work = await lockWorkItem(tx, { ticketId: ticket.id });
    if (!work) return { abandoned: false };
    const { rules } = await this.config.current();
    if (work.answeredAt === null && work.state !== 'assigned') {
      await this.abandon(tx, work, ticket);
      return { abandoned: true };
    }
    await tx.query('UPDATE work SET units = least(units, $2), version = version + 1 WHERE id = $1', [
      work.id,
      rules.units.web,
    ]);
    if (work.state === 'assigned' && work.agentId) await onWorkReleased(tx, work.agentId, 0);
    return { abandoned: false };
  }

  private async abandon(tx: Tx, work: WorkItem, ticket: TicketState): Promise<void> {
    const agentId = work.state === 'offered' ? await withdrawOffer(tx, work) : null;
    const abandonedAfterSeconds = (tx.now.getTime() - work.arrivedAt.getTime()) / 1000;
    await transitionWorkItem(tx, work, { to: 'done', abandonedAfterSeconds });
    // The agent who had the offer is free again for rounds that start from now on.
    if (agentId) await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [agentId]);
    const { order, units } = (await this.config.current()).rules;
    const dueAt = nextDueTime(ticket);
    await insertWorkItem(tx, {
      ticketId: ticket.id,
      interactionId: null,
      queue: await this.catalogue.queueById(ticket.queueId),
      channel: 'web',
      units: units.web,
      priority: ticket.priority,
      language: ticket.language,
      urgencyAt: urgencyAt({ priority: ticket.priority, arrivedAt: work.arrivedAt, dueAt }, order),
      dueAt,
      state: 'waiting',
      agentId: null,
      requesterId: ticket.requesterId,
      headStarts: order.headStarts,
    });
  }
}
