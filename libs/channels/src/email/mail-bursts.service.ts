import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type RuntimeSettings, type Tx } from '#wasl/platform';

/** The ticket that takes the further mails of a sender. */
export interface BurstTicket {
  id: string;
  language: string;
  /** it has not taken one before */
  first: boolean;
}

/** Mails of one sender beyond a number of tickets an hour: they become messages of one ticket. */
@Injectable()
export class MailBursts {
  constructor(@Inject(SETTINGS) private readonly settings: RuntimeSettings) {}

  /**
   * The ticket that takes the next mail of a sender: the latest of the last hour that is not closed. Not an earlier one:
   * whoever forges an address must not be able to write into what its owner has opened before. Counted under a lock, so that concurrent mails stay within the limit together.
   * @returns null when the mail may open a ticket of its own
   */
  async ticketFor(tx: Tx, sender: string): Promise<BurstTicket | null> {
    const limit = this.settings.MAIL_TICKETS_PER_HOUR;
    tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7252))', [sender]);
    const rows = await tx.query<{ id: string; language: string; closed: boolean }>(
      `SELECT t.id::text, t.language, t.status = 'closed' AS closed
         FROM inbound_mail i JOIN ticket t ON t.id = i.ticket_id
        WHERE i.sender = $1 AND i.opened AND i.received_at > now() - interval '1 hour'
        ORDER BY i.received_at DESC, i.id DESC LIMIT $2`,
      [sender, limit],
    );
    const open = rows.length < limit ? undefined : rows.find(({ closed }) => !closed);
    if (!open) return null;
    const [earlier] = await tx.query(
      `SELECT 1 FROM mail_thread m JOIN inbound_mail f ON f.message_id = m.message_id
        WHERE m.ticket_id = $1 AND f.fault = 'mail.burst' LIMIT 1`,
      [open.id],
    );
    return { id: open.id, language: open.language, first: !earlier };
  }
}
