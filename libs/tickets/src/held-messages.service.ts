import { Inject, Injectable } from '@nestjs/common';
import type { Channel } from '#wasl/contracts';
import { conflict, isUuid, notFound } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { type Actor, SYSTEM } from './actor.js';
import { applyChange } from './apply-change.js';
import {
  stateAfterDecision,
  withAttribution,
  type HeldDecision,
  type HeldState,
  type HoldReason,
} from './domain/held-message.js';
import { formatTicketNumber } from './domain/ticket-number.js';
import { statusAfterRequesterMessage } from './domain/ticket-lifecycle.js';
import { addParticipant } from './participants.js';
import { insertMessage } from './insert-message.js';
import { lockSurvivor } from './merge-tickets.service.js';
import { withMergedTicketIds } from './merged-tickets.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { lockTicket, lockTicketById, type TicketState } from './ticket-state.js';

/** A message to hold. */
export interface MessageToHold {
  body: string;
  channel: Channel;
  sender: { address: string; name: string | null };
  reason: HoldReason;
}

export interface HeldOutcome {
  id: string;
  state: HeldState;
}

interface HeldRow {
  id: string;
  ticketId: string;
  state: HeldState;
  reason: HoldReason;
  address: string;
  name: string | null;
  body: string;
}

/**
 * Messages hidden from outsiders: their sender is not part of the ticket, or failed the mail authentication checks.
 * They are internal notes until an agent accepts them. Holding changes neither status nor clocks.
 */
@Injectable()
export class HeldMessages {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  /** Writes a held message. For a merged ticket it is written on the surviving one. */
  async hold(tx: Tx, ticketId: string, message: MessageToHold): Promise<{ id: string; ticket: TicketState }> {
    const addressed = await lockTicketById(tx, ticketId);
    const ticket = await lockSurvivor(tx, addressed);
    const { body, channel } = message;
    const written = await insertMessage(tx, ticket, { kind: 'internal_note', body, channel }, SYSTEM);
    insertHeld(tx, written.id, addressed.id, message);
    const data = { kind: written.kind, held: message.reason };
    await this.apply(tx, ticket, { type: 'message', data }, SYSTEM, written);
    return { id: written.id, ticket };
  }

  /**
   * Holds a message already accepted as the requester's, because its sender was found to be in doubt later.
   * @returns false when it is no public message of a requester any more, or an agent has decided about it
   */
  async withdraw(tx: Tx, messageId: string, why: Omit<MessageToHold, 'body' | 'channel'>): Promise<boolean> {
    const [found] = await tx.query<{ ticketId: string }>(
      `SELECT ticket_id AS "ticketId" FROM message WHERE id = $1 AND kind = 'requester_message'`,
      [messageId],
    );
    if (!found) return false;
    const ticket = await lockSurvivor(tx, await lockTicketById(tx, found.ticketId));
    const [message] = await tx.query<{ forTicketId: string }>(
      `UPDATE message m SET kind = 'internal_note', author_kind = 'system', author_id = NULL
         FROM message was
        WHERE m.id = $1 AND was.id = m.id AND m.kind = 'requester_message'
          AND NOT EXISTS (SELECT 1 FROM held_message WHERE message_id = m.id)
       RETURNING coalesce((SELECT t.id FROM ticket t WHERE t.requester_id = was.author_id
                              AND t.id IN (${withMergedTicketIds('m.ticket_id')}) LIMIT 1), m.ticket_id) AS "forTicketId"`,
      [messageId],
    );
    if (!message) return false;
    insertHeld(tx, messageId, message.forTicketId, why);
    await this.apply(tx, ticket, {
      type: 'message_held',
      also: ['messages'],
      data: { message: messageId, held: why.reason },
    });
    return true;
  }

  /**
   * Accepts or dismisses a held message; repeating a decision changes nothing. Once accepted, it counts as the
   * requester's message, and its sender as a participant of the ticket.
   * @param number twelve digits
   * @throws not_found `message.not_held`; conflict `message.accepted_already`
   */
  async decide(
    number: string,
    messageId: string,
    decision: HeldDecision,
    actor: Actor,
  ): Promise<HeldOutcome> {
    return this.unitOfWork.run(async (tx) => {
      const ticket = await lockTicket(tx, number);
      const held = await lockHeld(tx, ticket, messageId);
      const state = stateAfterDecision(held.state, decision);
      if (!state) throw conflict('message.accepted_already');
      if (state === held.state) return { id: held.id, state };
      tx.send('UPDATE held_message SET state = $2, decided_at = $3, decided_by = $4 WHERE message_id = $1', [
        held.id,
        state,
        tx.now,
        actor.kind === 'staff' ? actor.id : null,
      ]);
      if (state === 'accepted') await this.accept(tx, ticket, held, actor);
      else await this.dismiss(tx, ticket, held, actor);
      tx.emit('audit.noted', {
        actorId: actor.kind === 'staff' ? actor.id : null,
        action: state === 'accepted' ? 'message.accepted' : 'message.dismissed',
        targetKind: 'ticket',
        targetId: formatTicketNumber(ticket.number),
        detail: { message: held.id, reason: held.reason },
      });
      return { id: held.id, state };
    });
  }

  private async accept(tx: Tx, ticket: TicketState, held: HeldRow, actor: Actor): Promise<void> {
    const isStranger = held.reason === 'not_participant';
    tx.send(
      `UPDATE message SET kind = 'requester_message', author_kind = 'requester', body = $2,
              author_id = (SELECT t.requester_id FROM held_message h JOIN ticket t ON t.id = h.for_ticket_id
                            WHERE h.message_id = $1)
        WHERE id = $1`,
      [held.id, isStranger ? withAttribution(held.body, held) : held.body],
    );
    if (isStranger) addParticipant(tx, held.ticketId, held.address, actor);
    await this.apply(
      tx,
      ticket,
      {
        type: 'message_accepted',
        status: statusAfterRequesterMessage(ticket.status) ?? ticket.status,
        data: { message: held.id },
      },
      actor,
      { id: held.id, kind: 'requester_message' },
    );
  }

  private dismiss(tx: Tx, ticket: TicketState, held: HeldRow, actor: Actor): Promise<void> {
    const data = { message: held.id };
    return this.apply(tx, ticket, { type: 'message_dismissed', also: ['messages'], data }, actor);
  }

  private async apply(
    tx: Tx,
    ticket: TicketState,
    plan: Omit<Parameters<typeof applyChange>[2], 'set'>,
    actor: Actor = SYSTEM,
    message?: Parameters<typeof applyChange>[4],
  ): Promise<void> {
    const change = await applyChange(tx, ticket, { ...plan, set: {} }, actor, message);
    if (change) await this.hooks.changed(tx, change);
  }
}

function insertHeld(
  tx: Tx,
  messageId: string,
  forTicketId: string,
  { sender, reason }: Pick<MessageToHold, 'sender' | 'reason'>,
): void {
  tx.send(
    `INSERT INTO held_message (message_id, for_ticket_id, address, name, reason, state, held_at)
     VALUES ($1, $2, $3, $4, $5, 'waiting', $6)`,
    [messageId, forTicketId, sender.address, sender.name, reason, tx.now],
  );
}

/** @param ticket locked; the message may belong to a ticket that was merged into it */
async function lockHeld(tx: Tx, ticket: TicketState, messageId: string): Promise<HeldRow> {
  const [row] = await tx.query<HeldRow>(
    `SELECT m.id, m.ticket_id AS "ticketId", h.state, h.reason, h.address, h.name, m.body
       FROM held_message h JOIN message m ON m.id = h.message_id
      WHERE h.message_id = $1 AND m.ticket_id = ANY (ARRAY(${withMergedTicketIds('$2')}))
        FOR UPDATE OF h`,
    [isUuid(messageId) ? messageId : null, ticket.id],
  );
  if (!row) throw notFound('message.not_held');
  return row;
}
