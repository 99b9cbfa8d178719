import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';
import { type AddressProvedBy, type AddressState, identifyingAddressSql } from '#wasl/requesters';
import type { ContactRole } from './contact-store.js';

/** A ticket's contact as staff see it. */
export interface ContactView {
  id: string;
  kind: 'phone' | 'email';
  value: string;
  role: ContactRole;
  state: AddressState;
  /** the contact wrote from this address; it was not only given by somebody */
  wroteToUs: boolean;
  /** the mail that opened the ticket named it in Reply-To */
  replyTo: boolean;
  provedBy: AddressProvedBy | null;
  /** when it reached this state */
  since: string;
  /** a rate limit held back a notice to it */
  withheld: boolean;
  /** another requester known by this address, to be confirmed with the person */
  known: { id: string; name: string | null } | null;
}

/** Reads the contacts of tickets for staff. */
@Injectable()
export class ContactViews {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param number twelve digits */
  async ofTicket(number: string): Promise<ContactView[]> {
    const rows = await this.database.query<Omit<ContactView, 'since'> & { since: Date }>(
      `SELECT c.id, c.kind, c.value, c.role, c.state, c.origin = 'sender' AS "wroteToUs",
              c.reply_to AS "replyTo", c.proved_by AS "provedBy",
              c.state_at AS since,
              EXISTS (SELECT 1 FROM history h WHERE h.ticket_id = t.id AND h.type = 'notice_withheld'
                         AND h.data->>'contact' = c.id::text) AS withheld,
              (SELECT json_build_object('id', r.id, 'name', r.name)
                 FROM requester_address a JOIN requester r ON r.id = a.requester_id
                WHERE c.state = 'claimed' AND a.kind = c.kind AND a.value = c.value AND ${identifyingAddressSql('a')}
                  AND r.id <> t.requester_id) AS known
         FROM ticket t JOIN ticket_contact c ON c.ticket_id = t.id
        WHERE t.number = $1 ORDER BY c.role DESC, c.kind DESC, c.created_at, c.id LIMIT 100`,
      [number],
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }
}
