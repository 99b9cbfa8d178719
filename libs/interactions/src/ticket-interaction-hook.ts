import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Channel } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { type TicketOpening, type TicketLifecycleHook, TicketLifecycleHooks } from '#wasl/tickets';

/**
 * Every contact that opens a ticket is an interaction, written in the ticket's own transaction. A call has its
 * interaction before the ticket; for every other channel it is created here.
 */
@Injectable()
export class TicketInteractionHook implements TicketLifecycleHook, OnModuleInit {
  constructor(@Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks) {}

  onModuleInit(): void {
    this.hooks.register('interaction', this);
  }

  async opened(tx: Tx, opening: TicketOpening): Promise<void> {
    if (opening.isContact === false) return;
    if (opening.interactionId) await link(tx, opening, opening.interactionId);
    else await insert(tx, opening);
  }
}

/**
 * A second ticket from one conversation stands alone; the interaction stays linked to the first. A caller recognised by
 * number stays the caller, even when they speak for somebody else.
 */
async function link(tx: Tx, { ticket }: TicketOpening, interactionId: string): Promise<void> {
  await tx.query(
    `UPDATE interaction SET ticket_id = $2, requester_id = coalesce(requester_id, $3), updated_at = $4
      WHERE id = $1 AND ticket_id IS NULL`,
    [interactionId, ticket.id, ticket.requesterId, tx.now],
  );
}

/**
 * A mail, a form or a counter visit ends when its ticket is written, and so does a call that an agent notes by hand,
 * because no exchange reports its end. Only a chat continues.
 */
function insert(tx: Tx, { ticket, takenBy }: TicketOpening): void {
  tx.insert(
    `INSERT INTO interaction (id, channel, direction, ticket_id, requester_id, queue_id, agent_id, started_at,
       answered_at, ended_at, updated_at)
     VALUES ($1, $2, 'in', $3, $4, $5, $6, $7, $8, $9, $7)`,
    [
      uuidv7(tx.now.getTime()),
      ticket.channel,
      ticket.id,
      ticket.requesterId,
      ticket.queueId,
      takenBy ?? null,
      tx.now,
      takenBy ? tx.now : null,
      staysOpen(ticket.channel) ? null : tx.now,
    ],
  );
}

const staysOpen = (channel: Channel) => channel === 'chat';
