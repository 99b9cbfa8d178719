import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { PendingOn, Priority, Resolution, TicketKind, TicketStatus } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import { conflict, illegalTransition, invalidField, requireVersion } from '#wasl/kernel';
import { type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { SERVICE_IS_CLOSED } from './access/closed-service.js';
import { type Actor, SYSTEM } from './actor.js';
import { assertTransition, needsAgent } from './domain/ticket-lifecycle.js';
import { formatTicketNumber } from './domain/ticket-number.js';
import { applyChange, type ChangePlan } from './apply-change.js';
import { insertMessage } from './insert-message.js';
import { requireUnmerged } from './merge-tickets.service.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { lockTicket, lockTicketById, type TicketState } from './ticket-state.js';

export interface TicketPatch {
  subject?: string;
  kind?: TicketKind;
  priority?: Priority;
  status?: TicketStatus;
  pendingOn?: PendingOn | null;
  service?: string | null;
  tags?: string[];
  language?: string;
}

/** All changes of a ticket other than messages. Each method is one use case in one transaction. */
@Injectable()
export class ChangeTicket {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @throws stale when `version` is not the ticket's; conflict `ticket.illegal_transition` */
  async patch(number: string, patch: TicketPatch, actor: Actor, version: number): Promise<void> {
    const service = patch.service ? await this.catalogue.serviceByCode(patch.service) : null;
    await this.change(number, actor, (ticket) => {
      requireVersion(ticket, version);
      const { service: code, status: _status, pendingOn: _pendingOn, ...columns } = patch;
      const set: ChangePlan['set'] = {
        ...columns,
        ...(code !== undefined && { serviceId: service?.id ?? null }),
      };
      return { type: 'changed', set, ...statusPlan(ticket, patch) };
    });
  }

  /**
   * Assigns the ticket to a member of staff, or to nobody: then it waits for the router again.
   * @param mayTakeAway whether it may be taken from another owner; of concurrent requests only one succeeds
   * @throws conflict `ticket.taken` when it is another's; invalid at `assignee`
   */
  async assign(
    number: string,
    assigneeId: string | null,
    actor: Actor,
    { mayTakeAway = true }: { mayTakeAway?: boolean } = {},
  ): Promise<void> {
    await this.unitOfWork.run((tx) => this.assignWithin(tx, number, assigneeId, actor, { mayTakeAway }));
  }

  /** The same inside the caller's transaction. */
  async assignWithin(
    tx: Tx,
    number: string,
    assigneeId: string | null,
    actor: Actor,
    { mayTakeAway = true }: { mayTakeAway?: boolean } = {},
  ): Promise<void> {
    if (assigneeId) await requireStaff(tx, assigneeId, number);
    await this.changeIn(tx, number, actor, (ticket) => {
      if (ticket.assigneeId === assigneeId) return null;
      if (!mayTakeAway && ticket.assigneeId !== null && ticket.assigneeId !== actor.id)
        throw conflict('ticket.taken');
      noteAssignment(tx, ticket, assigneeId, actor);
      return {
        type: 'assigned',
        set: { assigneeId },
        status: ticket.status === 'new' && assigneeId ? 'open' : undefined,
        data: { assigneeId },
      };
    });
  }

  /**
   * Notes in the history what happened to something of higher libraries that belongs to the ticket, with the status that
   * follows from it. The caller has locked the ticket.
   */
  async noteWithin(
    tx: Tx,
    before: TicketState,
    plan: Required<Pick<ChangePlan, 'type' | 'also' | 'data'>> & Pick<ChangePlan, 'status' | 'pendingOn'>,
    actor: Actor,
  ): Promise<void> {
    const change = await applyChange(tx, before, { ...plan, set: {} }, actor);
    if (change) await this.hooks.changed(tx, change);
  }

  /** Changes the priority inside the caller's transaction. */
  async prioritiseWithin(tx: Tx, number: string, priority: Priority, actor: Actor): Promise<void> {
    await this.changeIn(tx, number, actor, () => ({ type: 'changed', set: { priority } }));
  }

  /**
   * Takes a ticket from its owner automatically, so that it waits for another agent.
   * @param reason.isStillDue asked again under the lock
   * @param reason.onTaken further writes in the same transaction
   * @returns whether it was taken
   */
  async takeFromOwner(
    ticketId: string,
    ownerId: string,
    reason: { cause: string; isStillDue(tx: Tx): Promise<boolean>; onTaken?(tx: Tx): void },
  ): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const before = await lockTicketById(tx, ticketId);
      if (before.assigneeId !== ownerId || !(await reason.isStillDue(tx))) return false;
      const plan: ChangePlan = {
        type: 'assigned',
        set: { assigneeId: null },
        data: { assigneeId: null, from: ownerId, cause: reason.cause },
      };
      const change = await applyChange(tx, before, plan, SYSTEM);
      if (change) await this.hooks.changed(tx, change);
      reason.onTaken?.(tx);
      return change !== null;
    });
  }

  /** Moves the ticket to another queue, where it waits for an agent of that queue. */
  async transfer(number: string, queueKey: string, note: string | undefined, actor: Actor): Promise<void> {
    await this.unitOfWork.run((tx) => this.transferWithin(tx, number, queueKey, note, actor));
  }

  /** The same inside the caller's transaction. */
  async transferWithin(
    tx: Tx,
    number: string,
    queueKey: string,
    note: string | undefined,
    actor: Actor,
  ): Promise<void> {
    const queue = await this.catalogue.queueByKey(queueKey);
    await this.changeIn(tx, number, actor, (ticket) => {
      if (ticket.queueId === queue.id && ticket.assigneeId === null) return null;
      if (!needsAgent(ticket.status)) assertTransition(ticket.status, 'open');
      return {
        type: 'transferred',
        set: { queueId: queue.id, queueKey: queue.key, assigneeId: null },
        status: needsAgent(ticket.status) ? undefined : 'open',
        data: { from: ticket.queueKey, to: queue.key },
        note,
      };
    });
  }

  /** @param note what the requester is told */
  async resolve(number: string, note: string, resolution: Resolution, actor: Actor): Promise<void> {
    await this.unitOfWork.run((tx) => this.resolveWithin(tx, number, note, resolution, actor));
  }

  /** The same inside the caller's transaction. */
  async resolveWithin(
    tx: Tx,
    number: string,
    note: string,
    resolution: Resolution,
    actor: Actor,
  ): Promise<void> {
    await this.changeIn(tx, number, actor, () => ({
      type: 'resolved',
      set: { resolution },
      status: 'resolved',
      data: { resolution },
      reply: note,
      firstResponse: true,
    }));
  }

  async close(number: string, actor: Actor): Promise<void> {
    await this.change(number, actor, () => ({ type: 'closed', set: {}, status: 'closed' }));
  }

  /** Within the country's reopening period after closing; later a new ticket is needed. */
  async reopen(number: string, actor: Actor): Promise<void> {
    await this.change(number, actor, (ticket, now) => {
      if (needsAgent(ticket.status)) throw illegalTransition('ticket', ticket.status, 'open');
      const last =
        ticket.closedAt && DateTime.fromJSDate(ticket.closedAt).plus({ days: this.country.reopenDays });
      if (last && last.toJSDate() < now) throw conflict('tracking.cannot_reply');
      return { type: 'reopened', set: {}, status: 'open' };
    });
  }

  /** Closes what has stayed resolved for the country's days. @returns how many */
  @PeriodicTask({ name: 'close-settled', everyMs: 60_000 })
  async closeSettled(limit = 200): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ number: string }>(
        `SELECT number FROM ticket WHERE status = 'resolved' AND resolved_at < $1
          ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
        [DateTime.fromJSDate(tx.now).minus({ days: this.country.reopenDays }).toJSDate(), limit],
      );
      for (const { number } of rows) {
        await this.changeIn(tx, number, SYSTEM, () => ({ type: 'closed', set: {}, status: 'closed' }));
      }
      return rows.length;
    });
  }

  private change(number: string, actor: Actor, plan: Planner): Promise<void> {
    return this.unitOfWork.run((tx) => this.changeIn(tx, number, actor, plan));
  }

  private async changeIn(tx: Tx, number: string, actor: Actor, plan: Planner): Promise<void> {
    const before = await lockTicket(tx, number);
    requireUnmerged(before);
    const planned = plan(before, tx.now);
    if (!planned) return;
    const message = await this.writeMessage(tx, before, planned, actor);
    const change = await applyChange(tx, before, planned, actor, message);
    if (change) await this.hooks.changed(tx, change);
  }

  private async writeMessage(tx: Tx, ticket: TicketState, plan: ChangePlan, actor: Actor) {
    const body = plan.reply ?? plan.note;
    if (!body) return undefined;
    const kind = plan.reply ? 'public_reply' : 'internal_note';
    return insertMessage(tx, ticket, { kind, body, channel: ticket.channel }, actor);
  }
}

type Planner = (ticket: TicketState, now: Date) => ChangePlan | null;

function statusPlan(ticket: TicketState, patch: TicketPatch): Pick<ChangePlan, 'status' | 'pendingOn'> {
  if (patch.status === undefined || patch.status === ticket.status) {
    if (patch.pendingOn && ticket.status !== 'pending') throw invalidField('pendingOn', 'choice');
    return patch.pendingOn ? { pendingOn: patch.pendingOn } : {};
  }
  if (patch.status === 'pending' && !patch.pendingOn) throw invalidField('pendingOn', 'required');
  return { status: patch.status, pendingOn: patch.status === 'pending' ? patch.pendingOn : null };
}

/** Whoever is outside of the groups of a restricted service could not read what they were given. */
async function requireStaff(tx: Tx, id: string, number: string): Promise<void> {
  const [row] = await tx.query<{ closed: boolean }>(
    `SELECT ${SERVICE_IS_CLOSED} AS closed FROM staff s
       LEFT JOIN ticket t ON t.number = $2 LEFT JOIN service v ON v.id = t.service_id
      WHERE s.id = $1 AND s.disabled_at IS NULL`,
    [id, number],
  );
  if (!row || row.closed) throw invalidField('assignee', 'not_found');
}

/**
 * Audits assignments that one person makes for another; taking or returning a ticket oneself is in the history only.
 */
function noteAssignment(tx: Tx, ticket: TicketState, assigneeId: string | null, actor: Actor): void {
  if (actor.kind !== 'staff') return;
  const taken = ticket.assigneeId !== null && ticket.assigneeId !== actor.id;
  const given = assigneeId !== null && assigneeId !== actor.id;
  if (!taken && !given) return;
  tx.emit('audit.noted', {
    actorId: actor.id,
    action: taken ? 'ticket.taken_away' : 'ticket.assigned',
    targetKind: 'ticket',
    targetId: formatTicketNumber(ticket.number),
    detail: { from: ticket.assigneeId, to: assigneeId },
  });
}
