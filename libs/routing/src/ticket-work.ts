import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import type { Tx } from '#wasl/platform';
import {
  applyAssignment,
  type Opening,
  type TicketChange,
  type TicketReaction,
  TicketReactions,
  type TicketState,
} from '#wasl/tickets';
import { afterRelease, afterTaking } from './capacity.js';
import { planWork, type WorkPlan } from './domain/plan-work.js';
import { DEFAULT_UNITS } from './domain/units.js';
import { urgencyAt } from './domain/urgency.js';
import { lockPresence } from './presence-store.js';
import { insertWork, lockWork, moveWork, type WorkRow, withdrawOffer } from './work-store.js';

/** Keeps a ticket's work in step with the ticket, inside the ticket's own transaction. */
@Injectable()
export class TicketWork implements TicketReaction, OnModuleInit {
  constructor(
    @Inject(TicketReactions) private readonly reactions: TicketReactions,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  onModuleInit(): void {
    this.reactions.register(this);
  }

  async opened(tx: Tx, { ticket, takenBy, actor }: Opening): Promise<void> {
    if (takenBy) {
      await applyAssignment(tx, ticket, takenBy, actor);
      const presence = await lockPresence(tx, takenBy);
      await this.insert(tx, ticket, 'assigned', takenBy);
      await afterTaking(tx, presence);
    } else {
      await this.insert(tx, ticket, 'waiting', null);
    }
  }

  async changed(tx: Tx, { before, after, changed }: TicketChange): Promise<void> {
    const matters = ['status', 'assigneeId', 'queueId'].some((field) => changed.includes(field));
    if (matters) await this.sync(tx, after, before, changed.includes('assigneeId'));
    if (changed.includes('priority')) await this.reprioritise(tx, after);
  }

  private async sync(tx: Tx, ticket: TicketState, before: TicketState, assignedNow: boolean): Promise<void> {
    const seen = await peek(tx, ticket);
    // Presence is locked before work, as everywhere.
    const agents = [...new Set([seen.agentId, ticket.assigneeId].filter((id) => id !== null))].sort();
    for (const agent of agents) await lockPresence(tx, agent);
    const work = await lockWork(tx, { ticketId: ticket.id });
    const open = work && { ...work, state: work.state as 'waiting' | 'offered' | 'assigned' };
    const need = { ...ticket, ownerIsOffline: seen.ownerIsOffline, assignedNow };
    const plan = planWork(need, open);
    await this.carryOut(tx, plan, work, ticket, before);
  }

  private async carryOut(
    tx: Tx,
    plan: WorkPlan,
    work: WorkRow | null,
    ticket: TicketState,
    before: TicketState,
  ): Promise<void> {
    if (plan.do === 'nothing') return;
    if (work?.state === 'offered') await withdrawOffer(tx, work);
    const holder = work?.state === 'assigned' ? work.agentId : null;
    const queue = await this.catalogue.queueById(ticket.queueId);
    if (plan.do === 'finish') {
      await moveWork(tx, work!, { to: 'done' });
    } else if (plan.do === 'assign') {
      if (work) await moveWork(tx, work, { to: 'assigned', agentId: plan.agentId, queue });
      else await this.insert(tx, ticket, 'assigned', plan.agentId);
      await afterTaking(tx, await lockPresence(tx, plan.agentId));
    } else if (work) {
      await moveWork(tx, work, { to: 'waiting', queue, stickyAgentId: plan.stickyAgentId });
    } else {
      await this.insert(tx, ticket, 'waiting', null, plan.stickyAgentId ?? before.assigneeId);
    }
    if (holder && !(plan.do === 'assign' && plan.agentId === holder)) await afterRelease(tx, holder, 0);
  }

  private async insert(
    tx: Tx,
    ticket: TicketState,
    state: 'waiting' | 'assigned',
    agentId: string | null,
    stickyAgentId: string | null = null,
  ): Promise<void> {
    await insertWork(tx, {
      ticketId: ticket.id,
      interactionId: null,
      queue: await this.catalogue.queueById(ticket.queueId),
      channel: ticket.channel,
      units: DEFAULT_UNITS[ticket.channel],
      priority: ticket.priority,
      language: ticket.language,
      urgencyAt: urgencyAt({
        priority: ticket.priority,
        arrivedAt: tx.now,
        dueAt: ticket.firstResponseDueAt,
      }),
      state,
      agentId,
      stickyAgentId,
    });
  }

  private async reprioritise(tx: Tx, ticket: TicketState): Promise<void> {
    const work = await lockWork(tx, { ticketId: ticket.id });
    if (!work) return;
    const at = urgencyAt({
      priority: ticket.priority,
      arrivedAt: work.arrivedAt,
      dueAt: ticket.firstResponseDueAt,
    });
    await tx.query('UPDATE work SET priority = $2, urgency_at = $3, version = version + 1 WHERE id = $1', [
      work.id,
      ticket.priority,
      at,
    ]);
    // The router looks again: urgent work may now come before what it saw.
    if (work.state === 'waiting') await moveWork(tx, work, { to: 'waiting' });
  }
}

async function peek(
  tx: Tx,
  ticket: TicketState,
): Promise<{ agentId: string | null; ownerIsOffline: boolean }> {
  const [row] = await tx.query<{ agentId: string | null; ownerState: string | null }>(
    `SELECT (SELECT agent_id FROM work WHERE ticket_id = $1 AND state <> 'done') AS "agentId",
            (SELECT state FROM presence WHERE staff_id = $2) AS "ownerState"`,
    [ticket.id, ticket.assigneeId],
  );
  return {
    agentId: row!.agentId,
    ownerIsOffline: ticket.assigneeId !== null && (row!.ownerState ?? 'offline') === 'offline',
  };
}
