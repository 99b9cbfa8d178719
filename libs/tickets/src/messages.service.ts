import { Inject, Injectable } from '@nestjs/common';
import type { Channel, MessageKind } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { conflict } from '#wasl/kernel';
import { type IdempotencyClaim, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import { type Actor, requesterActor, SYSTEM } from './actor.js';
import { applyChange } from './apply-change.js';
import { Attachments } from './attachments.service.js';
import { statusAfterPublicReply, statusAfterRequesterMessage, mayReopen } from './domain/ticket-lifecycle.js';
import { lockSurvivor, requireUnmerged } from './merge-tickets.service.js';
import { insertMessage } from './insert-message.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { lockTicket, lockTicketById, type TicketState } from './ticket-state.js';

export interface StaffMessage {
  kind: Exclude<MessageKind, 'requester_message'>;
  body: string;
  attachments?: string[];
}

export interface RequesterMessage {
  body: string;
  channel: Channel;
  attachments?: string[];
  uploader?: string | null;
  /** reopens a closed ticket, within the country's reopening period */
  reopens?: boolean;
}

/** Messages on tickets. */
@Injectable()
export class Messages {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** A public reply to the requester, or an internal note. @returns the message's id */
  async byStaff(
    number: string,
    message: StaffMessage,
    actor: Actor,
    claim?: IdempotencyClaim,
  ): Promise<{ id: string }> {
    return this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const ticket = await lockTicket(tx, number);
        requireUnmerged(ticket);
        const written = await insertMessage(tx, ticket, { ...message, channel: ticket.channel }, actor);
        await this.bind(tx, ticket, written.id, message.attachments, actor.id);
        const isReply = message.kind === 'public_reply';
        await this.apply(
          tx,
          ticket,
          written,
          actor,
          isReply ? statusAfterPublicReply(ticket.status) : ticket.status,
          isReply,
        );
        return { id: written.id };
      }),
    );
  }

  /**
   * A further message of the requester. For a merged ticket it is written on the surviving one.
   * @returns also the ticket on which it was written
   * @throws conflict `tracking.cannot_reply` when the ticket is closed
   */
  async byRequester(
    tx: Tx,
    ticketId: string,
    message: RequesterMessage,
  ): Promise<{ id: string; ticket: TicketState }> {
    const addressed = await lockTicketById(tx, ticketId);
    const ticket = await lockSurvivor(tx, addressed);
    const reopens = message.reopens && mayReopen(ticket.closedAt, this.country.reopenDays, tx.now);
    const status = statusAfterRequesterMessage(ticket.status) ?? (reopens ? 'open' : null);
    if (!status) throw conflict('tracking.cannot_reply');
    const actor = requesterActor(addressed.requesterId);
    const written = await insertMessage(tx, ticket, { ...message, kind: 'requester_message' }, actor);
    await this.bind(tx, ticket, written.id, message.attachments, message.uploader ?? null);
    await this.apply(tx, ticket, written, actor, status, false);
    return { id: written.id, ticket };
  }

  /** A system note for staff (a delivery report, say); the ticket's status does not change. */
  async bySystem(tx: Tx, ticketId: string, body: string): Promise<{ id: string; ticket: TicketState }> {
    const ticket = await lockSurvivor(tx, await lockTicketById(tx, ticketId));
    const written = await insertMessage(
      tx,
      ticket,
      { kind: 'internal_note', body, channel: ticket.channel },
      SYSTEM,
    );
    await this.apply(tx, ticket, written, SYSTEM, ticket.status, false);
    return { id: written.id, ticket };
  }

  private async apply(
    tx: Tx,
    ticket: TicketState,
    message: { id: string; kind: MessageKind },
    actor: Actor,
    status: TicketState['status'],
    firstResponse: boolean,
  ): Promise<void> {
    const plan = { type: 'message', set: {}, status, firstResponse, data: { kind: message.kind } } as const;
    const change = await applyChange(tx, ticket, plan, actor, message);
    if (change) await this.hooks.changed(tx, change);
  }

  private async bind(
    tx: Tx,
    ticket: TicketState,
    messageId: string,
    ids: string[] | undefined,
    uploader: string | null,
  ) {
    if (ids?.length) await this.attachments.bind(tx, ids, { ticketId: ticket.id, messageId, uploader });
  }
}
