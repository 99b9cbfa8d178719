import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import type { Tx } from '#wasl/platform';
import {
  applyAssignment,
  isSettled,
  SERVICE_IS_CLOSED,
  type TicketOpening,
  SYSTEM,
  type TicketChange,
  type TicketLifecycleHook,
  TicketLifecycleHooks,
  type TicketState,
} from '#wasl/tickets';
import { onWorkReleased, onWorkTaken } from './capacity.js';
import type { StickyFor } from './domain/choose-agent.js';
import { planWork, type WorkPlan } from './domain/plan-work.js';
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

/** Keeps a ticket's work item in step with the ticket, inside the ticket's own transaction. */
@Injectable()
export class TicketWorkHook implements TicketLifecycleHook, OnModuleInit {
  constructor(
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
  ) {}

  onModuleInit(): void {
    this.hooks.register('work', this);
  }

  async opened(tx: Tx, { ticket, takenBy, actor }: TicketOpening): Promise<void> {
    if (takenBy) {
      await applyAssignment(tx, ticket, takenBy, actor);
      const presence = await lockPresence(tx, takenBy);
      await this.insert(tx, ticket, 'assigned', takenBy);
      await onWorkTaken(tx, presence);
    } else {
      await this.insert(tx, ticket, 'waiting', null);
    }
  }

  async changed(tx: Tx, change: TicketChange): Promise<void> {
    const { before, after, changed } = change;
    const affectsWork = ['status', 'assigneeId', 'queueId', 'serviceId'].some((field) =>
      changed.includes(field),
    );
    if (affectsWork) await this.sync(tx, after, before, changed.includes('assigneeId'));
    if (['priority', 'kind', 'serviceId', 'status'].some((field) => changed.includes(field)))
      await this.reorder(tx, after, changed.includes('priority'));
    recordRequesterSilence(tx, change);
  }

  private async sync(tx: Tx, ticket: TicketState, before: TicketState, assignedNow: boolean): Promise<void> {
    const seen = await readWorkOwner(tx, ticket);
    // Lock order: presence before work.
    const agents = [...new Set([seen.agentId, ticket.assigneeId].filter((id) => id !== null))].sort();
    for (const agent of agents) await lockPresence(tx, agent);
    const work = await lockWorkItem(tx, { ticketId: ticket.id });
    const open = work && { ...work, state: work.state as 'waiting' | 'offered' | 'assigned' };
    const { ownerIsOffline, isClosedToOwner } = seen;
    const need = { ...ticket, ownerIsOffline, isClosedToOwner, assignedNow };
    const plan = planWork(need, open);
    await this.applyPlan(tx, plan, work, ticket, before);
  }

  private async applyPlan(
    tx: Tx,
    plan: WorkPlan,
    work: WorkItem | null,
    ticket: TicketState,
    before: TicketState,
  ): Promise<void> {
    if (plan.do === 'nothing') return;
    if (work?.state === 'offered') await withdrawOffer(tx, work);
    const holder = work?.state === 'assigned' ? work.agentId : null;
    const queue = await this.catalogue.queueById(ticket.queueId);
    if (plan.do === 'finish') {
      await transitionWorkItem(tx, work!, { to: 'done' });
    } else if (plan.do === 'assign') {
      if (work) await transitionWorkItem(tx, work, { to: 'assigned', agentId: plan.agentId, queue });
      else await this.insert(tx, ticket, 'assigned', plan.agentId);
      await onWorkTaken(tx, await lockPresence(tx, plan.agentId));
    } else {
      // Waiting work has no owner: an absent owner would otherwise keep others from taking it by hand.
      if (ticket.assigneeId) await applyAssignment(tx, ticket, null, SYSTEM);
      // An agent who gives a ticket back does not get it again; the owner before it was settled is preferred.
      const agentId = plan.stickyAgentId ?? (work ? null : before.assigneeId);
      const as = isSettled(before.status) ? ('reopened' as const) : ('ticket' as const);
      const knows = agentId && !work?.declinedBy.includes(agentId) ? { agentId, as } : null;
      if (work) await transitionWorkItem(tx, work, { to: 'waiting', queue, stickyAgent: knows });
      else await this.insert(tx, ticket, 'waiting', null, knows);
    }
    if (holder && !(plan.do === 'assign' && plan.agentId === holder)) await onWorkReleased(tx, holder, 0);
  }

  private async insert(
    tx: Tx,
    ticket: TicketState,
    state: 'waiting' | 'assigned',
    agentId: string | null,
    knows: { agentId: string; as: StickyFor } | null = null,
  ): Promise<void> {
    const { order, units } = (await this.config.current()).rules;
    const dueAt = nextDueTime(ticket);
    await insertWorkItem(tx, {
      ticketId: ticket.id,
      interactionId: null,
      queue: await this.catalogue.queueById(ticket.queueId),
      channel: ticket.channel,
      units: units[ticket.channel],
      priority: ticket.priority,
      language: ticket.language,
      urgencyAt: urgencyAt({ priority: ticket.priority, arrivedAt: tx.now, dueAt }, order),
      dueAt,
      state,
      agentId,
      stickyAgent: knows,
      requesterId: ticket.requesterId,
      headStarts: order.headStarts,
    });
  }

  /** Urgency follows priority and due time, which the SLA hook may have moved in this transaction. */
  private async reorder(tx: Tx, ticket: TicketState, newPriority: boolean): Promise<void> {
    const work = await lockWorkItem(tx, { ticketId: ticket.id });
    if (!work) return;
    const { order } = (await this.config.current()).rules;
    const dueAt = nextDueTime(await readDueTimes(tx, ticket.id));
    const { priority } = ticket;
    const at = urgencyAt({ ...work, priority, dueAt }, order);
    if (!newPriority && at.getTime() === work.urgencyAt.getTime()) return;
    await tx.query(
      'UPDATE work SET priority = $2, urgency_at = $3, due_at = $4, version = version + 1 WHERE id = $1',
      [work.id, priority, at, dueAt],
    );
    // Wakes the router: the order has changed.
    if (work.state === 'waiting') await transitionWorkItem(tx, work, { to: 'waiting' });
  }
}

/** An owner's silence counts from the first unanswered message of the requester. */
function recordRequesterSilence(tx: Tx, { after, actor, message, changed }: TicketChange): void {
  if (message?.kind === 'requester_message') {
    tx.send(
      `UPDATE work SET requester_spoke_at = coalesce(requester_spoke_at, $2) WHERE ticket_id = $1 AND state = 'assigned'`,
      [after.id, tx.now],
    );
  } else if (actor.kind === 'staff' && (message || changed.length > 0)) {
    tx.send(
      `UPDATE work SET requester_spoke_at = NULL
        WHERE ticket_id = $1 AND state = 'assigned' AND requester_spoke_at IS NOT NULL`,
      [after.id],
    );
  }
}

async function readDueTimes(tx: Tx, ticketId: string) {
  const [row] = await tx.query<
    Pick<TicketState, 'firstRespondedAt' | 'firstResponseDueAt' | 'resolutionDueAt'>
  >(
    `SELECT first_responded_at AS "firstRespondedAt", first_response_due_at AS "firstResponseDueAt",
            resolution_due_at AS "resolutionDueAt" FROM ticket WHERE id = $1`,
    [ticketId],
  );
  return row!;
}

async function readWorkOwner(
  tx: Tx,
  ticket: TicketState,
): Promise<{ agentId: string | null; ownerIsOffline: boolean; isClosedToOwner: boolean }> {
  const [row] = await tx.query<{ agentId: string | null; ownerState: string | null; closed: boolean | null }>(
    `SELECT (SELECT agent_id FROM work WHERE ticket_id = $1 AND state <> 'done') AS "agentId",
            (SELECT state FROM presence WHERE staff_id = $2) AS "ownerState",
            (SELECT ${SERVICE_IS_CLOSED} FROM ticket t JOIN service v ON v.id = t.service_id JOIN staff s ON s.id = $2
              WHERE t.id = $1) AS closed`,
    [ticket.id, ticket.assigneeId],
  );
  return {
    agentId: row!.agentId,
    ownerIsOffline: ticket.assigneeId !== null && (row!.ownerState ?? 'offline') === 'offline',
    isClosedToOwner: row!.closed ?? false,
  };
}
