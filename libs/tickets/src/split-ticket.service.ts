import { Inject, Injectable } from '@nestjs/common';
import { conflict, invalidField, isUuid } from '#wasl/kernel';
import { type IdempotencyClaim, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import type { Actor } from './actor.js';
import { applyChange } from './apply-change.js';
import { readContacts } from './contacts/contact-store.js';
import { formatTicketNumber, parseTicketNumber } from './domain/ticket-number.js';
import { requireUnmerged } from './merge-tickets.service.js';
import { OpenTicket } from './open-ticket.service.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { lockTicket, lockTicketById, type TicketState } from './ticket-state.js';
import type { TicketView } from './ticket-view.js';

interface Moved {
  id: string;
  body: string;
  kind: string;
}

/** Splits a second subject off into a ticket of its own, with the messages that belong to it. */
@Injectable()
export class SplitTicket {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OpenTicket) private readonly opening: OpenTicket,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  /**
   * The messages move with their attachments, and mail replies to them follow. The new ticket has the same requester,
   * service and, unless another is given, queue, but its own number, clocks and work. An owner who splits their ticket
   * also owns the new one while it stays in the queue.
   * @param number twelve digits
   * @throws invalid at `messages` when one is not this ticket's; conflict `ticket.merged`
   */
  async split(
    number: string,
    { messages, ...matter }: { messages: string[]; subject: string; queue?: string | null },
    actor: Actor,
    claim?: IdempotencyClaim,
  ): Promise<TicketView> {
    return this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const ticket = await lockTicket(tx, number);
        requireUnmerged(ticket);
        const moved = await messagesOf(tx, ticket, messages);
        const opened = await this.open(tx, ticket, matter, moved, actor);
        const made = await lockNew(tx, opened.number);
        await moveMessages(tx, moved, ticket, made);
        await this.note(tx, ticket, made, moved.length, actor);
        return opened;
      }),
    );
  }

  private async open(
    tx: Tx,
    ticket: TicketState,
    { subject, queue }: { subject: string; queue?: string | null },
    moved: Moved[],
    actor: Actor,
  ) {
    const stays = !queue || queue === ticket.queueKey;
    const isOwn = ticket.assigneeId !== null && ticket.assigneeId === actor.id;
    const [service] = await tx.query<{ code: string }>(
      `SELECT v.code FROM ticket t JOIN service v ON v.id = t.service_id AND v.active WHERE t.id = $1`,
      [ticket.id],
    );
    // The description is public, so it is never taken from an internal note.
    const first =
      moved.find(({ kind }) => kind === 'requester_message') ??
      moved.find(({ kind }) => kind === 'public_reply');
    return this.opening.openWithin(
      tx,
      {
        subject,
        description: first?.body ?? subject,
        kind: ticket.kind,
        priority: ticket.priority,
        queue: queue ?? ticket.queueKey,
        service: service?.code,
        language: ticket.language,
        channel: ticket.channel,
        requester: { id: ticket.requesterId, contacts: await requesterContacts(tx, ticket.id) },
        provenance: 'staff',
        isContact: false,
        takenBy: isOwn && stays ? ticket.assigneeId! : undefined,
      },
      { actor },
    );
  }

  private async note(tx: Tx, ticket: TicketState, made: TicketState, count: number, actor: Actor) {
    const sides = [
      { of: ticket, type: 'split', data: { to: formatTicketNumber(made.number), messages: count } },
      { of: made, type: 'split_from', data: { from: formatTicketNumber(ticket.number), messages: count } },
    ] as const;
    for (const { of, type, data } of sides) {
      const change = await applyChange(tx, of, { type, set: {}, also: ['messages'], data }, actor);
      if (change) await this.hooks.changed(tx, change);
    }
    tx.send(
      `INSERT INTO ticket_link (ticket_id, other_id, kind, created_at, created_by) VALUES ($1, $2, 'related', $3, $4)`,
      [ticket.id, made.id, tx.now, actor.kind === 'staff' ? actor.id : null],
    );
  }
}

/** In the order in which they were written. */
async function messagesOf(tx: Tx, ticket: TicketState, ids: string[]): Promise<Moved[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) throw invalidField('messages', 'required');
  if (!wanted.every(isUuid)) throw invalidField('messages', 'not_found');
  const rows = await tx.query<Moved & { undecided: boolean }>(
    `SELECT m.id, m.body, m.kind, coalesce(h.state = 'waiting', false) AS undecided
       FROM message m LEFT JOIN held_message h ON h.message_id = m.id
      WHERE m.id = ANY($1::uuid[]) AND m.ticket_id = $2 ORDER BY m.id`,
    [wanted, ticket.id],
  );
  if (rows.length !== wanted.length) throw invalidField('messages', 'not_found');
  // Accepting a held message makes its sender a participant of this ticket, not of another.
  if (rows.some(({ undecided }) => undecided)) throw conflict('message.held');
  return rows;
}

async function lockNew(tx: Tx, number: string): Promise<TicketState> {
  const [row] = await tx.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
    parseTicketNumber(number),
  ]);
  return lockTicketById(tx, row!.id);
}

async function moveMessages(tx: Tx, moved: Moved[], from: TicketState, to: TicketState): Promise<void> {
  const ids = moved.map(({ id }) => id);
  for (const statement of [
    'UPDATE message SET ticket_id = $2 WHERE id = ANY($1::uuid[]) AND ticket_id = $3',
    'UPDATE attachment SET ticket_id = $2 WHERE message_id = ANY($1::uuid[]) AND ticket_id = $3',
    'UPDATE mail_thread SET ticket_id = $2 WHERE message_uuid = ANY($1::uuid[]) AND ticket_id = $3',
  ]) {
    await tx.query(statement, [ids, to.id, from.id]);
  }
}

/** The new ticket has the same contacts, in the same state. */
async function requesterContacts(tx: Tx, ticketId: string) {
  return (await readContacts(tx, ticketId)).filter(({ role }) => role === 'requester');
}
