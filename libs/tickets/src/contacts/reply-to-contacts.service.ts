import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '#wasl/kernel';
import { Keys, type Tx } from '#wasl/platform';
import { SYSTEM } from '../actor.js';
import { applyChange } from '../apply-change.js';
import { formatTicketNumber } from '../domain/ticket-number.js';
import { TicketLifecycleHooks } from '../ticket-lifecycle-hooks.js';
import { lockTicketById } from '../ticket-state.js';
import { filingFingerprints } from './filing-fingerprints.js';

export interface NamedInMail {
  /** whose mail opened the ticket */
  from: string;
  /** normalized */
  replyTo: string;
  /** the network that delivered the mail, where known */
  source: string | null;
}

/** Makes the address for answers that a mail named a contact of the ticket that it opened. */
@Injectable()
export class ReplyToContacts {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  /**
   * The address is claimed, as if it had been typed, and is sent nothing but fixed words until it is confirmed.
   * Idempotent: a ticket has one such contact.
   * @returns whether it became a contact; not when it was rejected before, or nothing may be sent there
   */
  async claim(tx: Tx, ticketId: string, { from, replyTo, source }: NamedInMail): Promise<boolean> {
    const ticket = await lockTicketById(tx, ticketId);
    const [filed] = await tx.query<{ subject: string; description: string }>(MAY_CLAIM, [
      ticketId,
      from,
      replyTo,
    ]);
    if (!filed) return false;
    const contactId = uuidv7(tx.now.getTime());
    const prints = filingFingerprints(this.keys, { ...filed, source });
    tx.send(
      `INSERT INTO ticket_contact (id, ticket_id, kind, value, state, origin, created_at, state_at, source, content, reply_to)
       VALUES ($1, $2, 'email', $3, 'claimed', 'given', $4, $4, $5, $6, true)`,
      [contactId, ticketId, replyTo, tx.now, prints.source, prints.content],
    );
    const change = await applyChange(
      tx,
      ticket,
      {
        type: 'contact_named',
        set: {},
        also: ['contacts'],
        data: { contact: contactId, kind: 'email', by: 'reply_to' },
      },
      SYSTEM,
    );
    if (change) await this.hooks.changed(tx, change);
    tx.emit('ticket.contact_changed', {
      ticketId,
      number: formatTicketNumber(ticket.number),
      contactId,
      state: 'claimed',
    });
    return true;
  }
}

/**
 * The ticket, unless its requester's address was rejected since, it has the address or another one that a Reply-To
 * named, the address was rejected on a ticket of the same requester, or is marked: its owner stopped our mail, or it
 * cannot be delivered there.
 */
const MAY_CLAIM = `
SELECT t.subject, t.description FROM ticket t
 WHERE t.id = $1
   AND EXISTS (SELECT 1 FROM ticket_contact c
                WHERE c.ticket_id = t.id AND c.kind = 'email' AND c.value = $2 AND c.role = 'requester'
                  AND c.state <> 'refused')
   AND NOT EXISTS (SELECT 1 FROM ticket_contact c
                    WHERE c.ticket_id = t.id AND (c.reply_to OR (c.kind = 'email' AND c.value = $3)))
   AND NOT EXISTS (SELECT 1 FROM ticket_contact c JOIN ticket other ON other.id = c.ticket_id
                    WHERE c.kind = 'email' AND c.value = $3 AND c.state = 'refused'
                      AND other.requester_id = t.requester_id)
   AND NOT EXISTS (SELECT 1 FROM requester_address a
                    WHERE a.requester_id = t.requester_id AND a.kind = 'email' AND a.value = $3 AND a.state = 'refused')
   AND NOT EXISTS (SELECT 1 FROM address_reach r
                    WHERE r.kind = 'email' AND r.value = $3
                      AND (r.mail_stopped_at IS NOT NULL OR r.undeliverable_at IS NOT NULL))`;
