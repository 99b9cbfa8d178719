import { Inject, Injectable } from '@nestjs/common';
import { illegalTransition, isUuid, notFound } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import {
  type Address,
  type AddressEvent,
  type AddressProof,
  nextAddressState,
  rejectRequesterAddress,
} from '#wasl/requesters';
import { type Actor, requesterActor, staffActor } from '../actor.js';
import { applyChange } from '../apply-change.js';
import { formatTicketNumber } from '../domain/ticket-number.js';
import { TicketLifecycleHooks } from '../ticket-lifecycle-hooks.js';
import { lockTicketById, type TicketState } from '../ticket-state.js';
import { TrackingCodes } from '../tracking-codes.service.js';
import { contactAt, type ContactRow, lockContact, writeContactState } from './contact-store.js';
import { proveRequester, reassignAuthorship } from './prove-requester.js';

/** The result of a change to a ticket's contact. */
export interface ContactChange {
  contact: ContactRow;
  changed: boolean;
  /** the ticket was moved to the requester whom the address identifies */
  linked: boolean;
}

/** Confirms or rejects the contacts of a ticket, with all consequences, in one transaction. */
@Injectable()
export class TicketContacts {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
    @Inject(TrackingCodes) private readonly codes: TrackingCodes,
  ) {}

  /**
   * A member of staff has confirmed an address with the person, or rejects it.
   * @param number twelve digits
   * @throws not_found `contact.not_found` when it is not an address of this ticket
   */
  async byStaff(
    number: string,
    contactId: string,
    event: 'confirmed_by_staff' | 'refused_by_staff',
    staffId: string,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ticketId = await ticketOf(tx, contactId, number);
      const change = await this.apply(tx, ticketId, contactId, event, staffActor(staffId));
      if (!change.changed) return;
      tx.emit('audit.noted', {
        actorId: staffId,
        action: event === 'confirmed_by_staff' ? 'contact.confirmed' : 'contact.refused',
        targetKind: 'ticket',
        targetId: formatTicketNumber(number),
        detail: { kind: change.contact.kind, linked: change.linked },
      });
    });
  }

  /**
   * The owner of an address confirms it, or wants nothing to do with this ticket.
   * @throws not_found `contact.not_found`; conflict `contact.illegal_transition` when it was rejected before
   */
  async byOwner(
    tx: Tx,
    contactId: string,
    event: Exclude<AddressEvent, 'confirmed_by_staff' | 'refused_by_staff'>,
  ): Promise<ContactChange> {
    return this.apply(tx, await ticketOf(tx, contactId), contactId, event, null);
  }

  /**
   * A message arrived that proves its sender's address: a reply to a mail that we sent there for this ticket, or a mail
   * signed by its domain. Does nothing when the address is no contact of the ticket, or was rejected.
   */
  async proveAddress(tx: Tx, ticketId: string, address: Address, proof: AddressProof): Promise<void> {
    const contact = await contactAt(tx, ticketId, address);
    if (contact?.state !== 'claimed') return;
    await this.apply(tx, ticketId, contact.id, proof, null);
  }

  /** @param actor null for the ticket's requester */
  private async apply(
    tx: Tx,
    ticketId: string,
    contactId: string,
    event: AddressEvent,
    actor: Actor | null,
  ): Promise<ContactChange> {
    const ticket = await lockTicketById(tx, ticketId);
    const contact = await lockContact(tx, contactId);
    const state = nextAddressState(contact.state, event);
    if (!state) throw illegalTransition('contact', contact.state, event);
    if (state === contact.state) return { contact, changed: false, linked: false };
    const provedBy = state === 'verified' ? (event as AddressProof) : null;
    const staffId = actor?.kind === 'staff' ? actor.id : null;
    writeContactState(tx, contactId, { state, provedBy, staffId });
    const owner = provedBy
      ? await proveRequester(tx, ticket.requesterId, contact, provedBy)
      : await this.refuse(tx, ticket, contact);
    const changed = { ...contact, state, provedBy };
    await this.change(tx, ticket, owner, { contact: changed, event }, actor);
    tx.emit('ticket.contact_changed', {
      ticketId,
      number: formatTicketNumber(ticket.number),
      contactId,
      state,
    });
    return { contact: changed, changed: true, linked: owner !== ticket.requesterId };
  }

  /** A rejected address to which the code was sent knows the code, so the code is renewed. */
  private async refuse(tx: Tx, ticket: TicketState, contact: ContactRow): Promise<string> {
    rejectRequesterAddress(tx, ticket.requesterId, contact);
    if (await this.codes.wasSentTo(tx, ticket.id, contact.value)) this.codes.renew(tx, ticket.id);
    return ticket.requesterId;
  }

  private async change(
    tx: Tx,
    ticket: TicketState,
    owner: string,
    { contact, event }: { contact: ContactRow; event: AddressEvent },
    actor: Actor | null,
  ): Promise<void> {
    const from = ticket.requesterId;
    const linked = owner !== from;
    if (linked) reassignAuthorship(tx, ticket.id, from, owner);
    const change = await applyChange(
      tx,
      ticket,
      {
        type: contact.state === 'verified' ? 'contact_verified' : 'contact_refused',
        set: linked ? { requesterId: owner } : {},
        also: ['contacts'],
        data: { contact: contact.id, kind: contact.kind, by: event, ...(linked && { from }) },
      },
      actor ?? requesterActor(from),
    );
    if (change) await this.hooks.changed(tx, change);
  }
}

/** @param number twelve digits, when it must be a contact of that ticket */
async function ticketOf(tx: Tx, contactId: string, number?: string): Promise<string> {
  const [row] = isUuid(contactId)
    ? await tx.query<{ id: string; number: string }>(
        'SELECT t.id, t.number FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id WHERE c.id = $1',
        [contactId],
      )
    : [];
  if (!row || (number !== undefined && row.number !== number)) throw notFound('contact.not_found');
  return row.id;
}
