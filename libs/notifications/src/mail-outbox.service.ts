import { Inject, Injectable } from '@nestjs/common';
import { MailAddresses, normalizeMailAddress, oneLine, taggedSubject } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import type { MailDraft, Purpose, StoredHeaders } from './mail-draft.js';
import { threadHeaders } from './mail-thread.js';

/** Automatic mails to one address in an hour, by what they are for; what people write has no such limit. */
const MOST_AN_HOUR: Record<Purpose, number | null> = { acknowledgement: 10, tracking_code: 6, reply: null };

/** Stores outgoing mail, once for each event and purpose; sending is a matter of its own. */
@Injectable()
export class MailOutbox {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  /** @returns the mail's id; null when it exists already, or its address has had enough for now */
  async store(draft: MailDraft): Promise<string | null> {
    const recipient = normalizeMailAddress(draft.recipient);
    if (!recipient) return null;
    return this.work.run(async (tx) => {
      if (await hasEnough(tx, recipient, draft.purpose)) return null;
      const thread = await threadHeaders(tx, draft.ticket.id);
      return this.insert(
        tx,
        { ...draft, recipient },
        {
          from: {
            name: oneLine(draft.fromName, 120),
            address: this.addresses.ofQueue(draft.ticket.queueKey),
          },
          replyTo: this.addresses.forReplies(draft.ticket.queueKey, draft.ticket.number),
          ...thread,
          automatic: draft.automatic,
          messageUuid: draft.messageUuid,
        },
      );
    });
  }

  private async insert(tx: Tx, draft: MailDraft, headers: StoredHeaders): Promise<string | null> {
    const { id: ticketId, number } = draft.ticket;
    const [row] = await tx.query<{ id: string }>(
      `WITH mail AS (
         INSERT INTO outgoing_mail (id, event_id, purpose, ticket_id, message_id, recipient, subject, body_text,
           body_html, headers, state, next_attempt_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', now(), $11)
         ON CONFLICT (event_id, purpose) DO NOTHING RETURNING id, message_id),
       thread AS (
         INSERT INTO mail_thread (message_id, ticket_id, message_uuid)
         SELECT message_id, $4, $12 FROM mail ON CONFLICT DO NOTHING)
       SELECT id FROM mail`,
      [
        uuidv7(),
        draft.eventId,
        draft.purpose,
        ticketId,
        this.addresses.messageId(number, draft.eventId, draft.purpose),
        draft.recipient,
        taggedSubject(formatTicketNumber(number), draft.subject),
        draft.text,
        draft.html,
        JSON.stringify(headers),
        tx.now,
        draft.messageUuid,
      ],
    );
    return row?.id ?? null;
  }
}

/**
 * Counted under a lock on the address, so that any number of events at once stay within the limit together: two
 * machines that answer each other come to rest, and nobody can make us flood a third.
 */
async function hasEnough(tx: Tx, recipient: string, purpose: Purpose): Promise<boolean> {
  const most = MOST_AN_HOUR[purpose];
  if (most === null) return false;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7246))', [recipient]);
  const [row] = await tx.query<{ sent: number }>(
    `SELECT count(*)::int AS sent FROM outgoing_mail
      WHERE recipient = $1 AND purpose = $2 AND created_at > $3::timestamptz - interval '1 hour'`,
    [recipient, purpose, tx.now],
  );
  return row!.sent >= most;
}
