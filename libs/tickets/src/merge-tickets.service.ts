import { Inject, Injectable } from '@nestjs/common';
import { conflict, illegalTransition } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import type { Actor } from './actor.js';
import { applyChange, type ChangePlan } from './apply-change.js';
import { isSettled } from './domain/ticket-lifecycle.js';
import { formatTicketNumber } from './domain/ticket-number.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { lockTicketPair, lockTicket, lockTicketById, type TicketState } from './ticket-state.js';

/**
 * Merges two tickets. The merged ticket is closed and keeps its number, messages and requester. Work goes on in the
 * surviving ticket, whose status is shown for both numbers and which gets further messages of both requesters. Nothing
 * is moved, so a merge can be undone.
 */
@Injectable()
export class MergeTickets {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  /**
   * @param number twelve digits, of the ticket to merge
   * @param into the number of the surviving ticket
   * @throws conflict `ticket.merge_self`; `ticket.merged` when either was merged before, which prevents cycles;
   *   `ticket.merge_restricted` when it would be read with the rights of another service; `ticket.illegal_transition`
   *   when an open ticket would be merged into a settled one
   */
  async merge(number: string, into: string, actor: Actor): Promise<void> {
    if (number === into) throw conflict('ticket.merge_self');
    await this.unitOfWork.run(async (tx) => {
      const [ending, survivor] = await lockTicketPair(tx, number, into);
      requireUnmerged(ending);
      requireUnmerged(survivor);
      if (isSettled(survivor.status) && !isSettled(ending.status)) {
        throw illegalTransition('ticket', survivor.status, 'open');
      }
      await requireNotOpenedByMerge(tx, ending, survivor);
      await this.change(tx, ending, actor, {
        type: 'merged',
        set: { mergedIntoId: survivor.id, resolution: 'duplicate' },
        status: 'closed',
        data: { into: formatTicketNumber(survivor.number) },
      });
      await this.change(tx, survivor, actor, {
        type: 'absorbed',
        set: {},
        also: ['merged'],
        data: { number: formatTicketNumber(ending.number) },
      });
    });
  }

  /**
   * Undoes a merge: the ticket is open again and waits for an agent. Messages sent to the surviving ticket meanwhile
   * stay there, where they were answered.
   * @throws conflict `ticket.not_merged`
   */
  async unmerge(number: string, actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ into: string | null }>(
        `SELECT s.number AS into FROM ticket t LEFT JOIN ticket s ON s.id = t.merged_into_id WHERE t.number = $1`,
        [number],
      );
      const [ticket, survivor] = row?.into
        ? await lockTicketPair(tx, number, row.into)
        : [await lockTicket(tx, number), null];
      if (!survivor || ticket.mergedIntoId !== survivor.id) throw conflict('ticket.not_merged');
      await this.change(tx, ticket, actor, {
        type: 'unmerged',
        set: { mergedIntoId: null, resolution: null },
        status: 'open',
        data: { from: formatTicketNumber(survivor.number) },
      });
      await this.change(tx, survivor, actor, {
        type: 'released',
        set: {},
        also: ['merged'],
        data: { number: formatTicketNumber(ticket.number) },
      });
    });
  }

  private async change(tx: Tx, ticket: TicketState, actor: Actor, plan: ChangePlan): Promise<void> {
    const change = await applyChange(tx, ticket, plan, actor);
    if (change) await this.hooks.changed(tx, change);
  }
}

/** A ticket of a restricted service stays with that service. @throws conflict `ticket.merge_restricted` */
async function requireNotOpenedByMerge(tx: Tx, ending: TicketState, survivor: TicketState): Promise<void> {
  const [opened] = await tx.query(
    `SELECT 1 FROM ticket e JOIN service v ON v.id = e.service_id AND v.restricted JOIN ticket s ON s.id = $2
      WHERE e.id = $1 AND s.service_id IS DISTINCT FROM e.service_id`,
    [ending.id, survivor.id],
  );
  if (opened) throw conflict('ticket.merge_restricted');
}

/** @throws conflict `ticket.merged` */
export function requireUnmerged(ticket: TicketState): void {
  if (ticket.mergedIntoId) throw conflict('ticket.merged');
}

/** Locks the surviving ticket: itself, unless it was merged. */
export async function lockSurvivor(tx: Tx, ticket: TicketState): Promise<TicketState> {
  let survivor = ticket;
  while (survivor.mergedIntoId) survivor = await lockTicketById(tx, survivor.mergedIntoId);
  return survivor;
}
