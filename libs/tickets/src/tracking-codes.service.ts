import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, Keys, type Tx, UnitOfWork } from '#wasl/platform';
import { type Actor } from './actor.js';
import { applyChange } from './apply-change.js';
import { formatTicketNumber } from './domain/ticket-number.js';
import { trackingCodeMatches, trackingCodeOf } from './domain/tracking-code.js';
import { TicketLifecycleHooks } from './ticket-lifecycle-hooks.js';
import { lockTicket } from './ticket-state.js';

const NO_TICKET = '000000000000';

/**
 * A random salt of eight bytes: the codes of two tickets, or before and after renewal, reveal nothing about each other.
 */
export const newCodeSalt = () => randomBytes(8).toString('base64url');

/** The tracking codes of tickets: derived from the number and the ticket's salt, never stored. */
@Injectable()
export class TrackingCodes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  /**
   * @param number twelve digits
   * @param salt null for tickets from before salts were introduced
   */
  derive(number: string, salt: string | null): string {
    return trackingCodeOf(number, this.keys.for('tracking-code'), salt);
  }

  /** @param number twelve digits of a ticket */
  async of(number: string): Promise<string> {
    return this.derive(number, (await this.saltOf(number))?.salt ?? null);
  }

  /** Does the same work whether the ticket exists or not. @param number twelve digits, or null when invalid */
  async matches(number: string | null, code: string): Promise<boolean> {
    const row = await this.saltOf(number ?? NO_TICKET);
    const key = this.keys.for('tracking-code');
    const matches = trackingCodeMatches(number ?? NO_TICKET, code, key, row?.salt ?? null);
    return number !== null && row !== null && matches;
  }

  /** The old code stops working. The new one is sent to a verified address, if there is one. */
  async replace(number: string, actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ticket = await lockTicket(tx, number);
      this.renew(tx, ticket.id);
      const plan = { type: 'code_replaced', set: {}, also: ['trackingCode'] } as const;
      const change = await applyChange(tx, ticket, { ...plan, also: [...plan.also] }, actor);
      if (change) await this.hooks.changed(tx, change);
      const grouped = formatTicketNumber(number);
      tx.emit('audit.noted', {
        actorId: actor.id,
        action: 'ticket.code_replaced',
        targetKind: 'ticket',
        targetId: grouped,
        detail: {},
      });
      const [contact] = await tx.query<{ id: string; channel: 'email' | 'phone' }>(
        `SELECT id, kind AS channel FROM ticket_contact
          WHERE ticket_id = $1 AND role = 'requester' AND state = 'verified' ORDER BY kind, created_at LIMIT 1`,
        [ticket.id],
      );
      if (contact)
        tx.emit('tracking.code_requested', {
          ticketId: ticket.id,
          number: grouped,
          channel: contact.channel,
          contactId: contact.id,
        });
    });
  }

  /** For a ticket that the caller has locked. */
  renew(tx: Tx, ticketId: string): void {
    tx.send('UPDATE ticket SET code_salt = $2 WHERE id = $1', [ticketId, newCodeSalt()]);
  }

  /** Whether a notice with the code was sent, or is queued, to an address. */
  async wasSentTo(tx: Tx, ticketId: string, address: string): Promise<boolean> {
    const [row] = await tx.query<{ sent: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM outgoing_mail WHERE ticket_id = $1 AND recipient = $2 AND purpose = ANY ($3::text[]))
           OR EXISTS (SELECT 1 FROM outgoing_text WHERE ticket_id = $1 AND recipient = $2 AND purpose = ANY ($3::text[]))
           AS sent`,
      [ticketId, address, WITH_CODE],
    );
    return row!.sent;
  }

  private async saltOf(number: string): Promise<{ salt: string | null } | null> {
    const [row] = await this.database.query<{ salt: string | null }>(
      'SELECT code_salt AS salt FROM ticket WHERE number = $1',
      [number],
    );
    return row ?? null;
  }
}

/** Purposes of notices that contain the code. */
const WITH_CODE = ['acknowledgement', 'tracking_code'];
