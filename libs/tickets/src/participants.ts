import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { identifyingAddressSql } from '#wasl/requesters';
import type { Actor } from './actor.js';
import { isActiveContact } from './contacts/contact-store.js';
import { survivingTicketId } from './merged-tickets.js';

/**
 * SQL condition that mail from an address counts as from a participant of a ticket: the address identifies its
 * requester, or is an active contact of it or of the surviving ticket. An address that was only typed by the person who
 * filed it is not enough.
 * @param ticket the ticket's row
 * @param address an expression
 */
export const isParticipant = (ticket: string, address: string) => `(
  EXISTS (SELECT 1 FROM requester_address ra
           WHERE ra.kind = 'email' AND ra.value = ${address} AND ra.requester_id = ${ticket}.requester_id
             AND ${identifyingAddressSql('ra')})
  OR EXISTS (SELECT 1 FROM ticket_contact c
              WHERE c.kind = 'email' AND c.value = ${address} AND ${isActiveContact('c')}
                AND (c.ticket_id = ${ticket}.id OR ${ticket}.merged_into_id IS NOT NULL
                     AND c.ticket_id = (${survivingTicketId(`${ticket}.id`)}))))`;

/**
 * Mail from this address is a normal message of the ticket from now on, but it gets no notices. An address given for
 * the requester keeps its role, and may write. A rejected one stays rejected.
 */
export function addParticipant(tx: Tx, ticketId: string, address: string, actor: Actor): void {
  tx.send(
    `INSERT INTO ticket_contact (id, ticket_id, role, kind, value, state, origin, proved_by, created_at, state_at, state_by)
     VALUES ($1, $2, 'participant', 'email', $3, 'verified', 'sender', 'confirmed_by_staff', $4, $4, $5)
     ON CONFLICT (ticket_id, kind, value) DO UPDATE SET origin = 'sender' WHERE ticket_contact.state = 'claimed'`,
    [uuidv7(tx.now.getTime()), ticketId, address, tx.now, actor.kind === 'staff' ? actor.id : null],
  );
}
