import { Inject, Injectable } from '@nestjs/common';
import {
  isUnansweredAddress,
  MailAddresses,
  normalizeMailAddress,
  oneLine,
  taggedSubject,
} from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { BatchLoader, type Tx, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import type { MailDraft, Purpose, StoredHeaders } from './mail-draft.js';
import { type ThreadHeaders, threadHeaders } from './mail-thread.js';

/**
 * Limits per hour on automatic mails to one address and about one ticket, by purpose; mails written by people have no
 * limit.
 */
const MAX_PER_HOUR: Record<Purpose, { address: number; ticket: number }> = {
  acknowledgement: { address: 10, ticket: 1 },
  tracking_code: { address: 6, ticket: 6 },
  confirm_address: { address: 5, ticket: 3 },
  answer_waiting: { address: 5, ticket: 3 },
  reply: { address: 20, ticket: 6 },
};

/** Stores outgoing mail, once for each event and purpose; MailSender sends it. */
@Injectable()
export class MailOutbox {
  private readonly drafts = new BatchLoader<MailDraft, string>((drafts) => this.storeAll(drafts));

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
  ) {}

  /**
   * Concurrent drafts are stored in one batch.
   * @returns the mail's id; null when it exists already, or is automatic and its address is over the limit, wants
   * no mail or is that of a program
   */
  async store(draft: MailDraft): Promise<string | null> {
    const recipient = normalizeMailAddress(draft.recipient);
    if (!recipient || (draft.automatic !== null && isUnansweredAddress(recipient))) return null;
    return (await this.drafts.load({ ...draft, recipient })) ?? null;
  }

  private storeAll(drafts: MailDraft[]): Promise<Map<MailDraft, string>> {
    return this.unitOfWork.run(async (tx) => {
      const [allowed, threads] = await Promise.all([
        withinLimits(tx, drafts),
        threadHeaders(tx, [...new Set(drafts.map((draft) => draft.ticket.id))]),
      ]);
      if (allowed.length === 0) return new Map();
      const rows = allowed.map((draft) => this.rowOf(draft, threads.get(draft.ticket.id)!));
      const stored = await insertMails(tx, rows);
      return new Map(
        allowed.flatMap((draft, n) => (stored.has(rows[n]!.id) ? [[draft, rows[n]!.id] as const] : [])),
      );
    });
  }

  private rowOf(draft: MailDraft, thread: ThreadHeaders): MailRow {
    const { number, queueKey } = draft.ticket;
    const headers: StoredHeaders = {
      from: { name: oneLine(draft.fromName, 120), address: this.addresses.queueAddress(queueKey) },
      replyTo: this.addresses.replyAddress(queueKey, number, draft.recipient),
      ...thread,
      automatic: draft.automatic,
      messageUuid: draft.messageUuid,
    };
    return {
      id: uuidv7(),
      event_id: draft.eventId,
      purpose: draft.purpose,
      ticket_id: draft.ticket.id,
      message_id: this.addresses.messageId(number, draft.eventId, draft.purpose),
      recipient: draft.recipient,
      subject: taggedSubject(formatTicketNumber(number), draft.subject),
      body_text: draft.text,
      body_html: draft.html,
      headers,
      message_uuid: draft.messageUuid,
    };
  }
}

interface MailRow {
  id: string;
  event_id: string;
  purpose: Purpose;
  ticket_id: string;
  message_id: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  headers: StoredHeaders;
  message_uuid: string | null;
}

/** @returns the ids of those that were not stored before */
async function insertMails(tx: Tx, rows: MailRow[]): Promise<Set<string>> {
  const stored = await tx.query<{ id: string }>(
    `WITH mail AS (
       INSERT INTO outgoing_mail (id, event_id, purpose, ticket_id, message_id, recipient, subject, body_text,
         body_html, headers, state, next_attempt_at, created_at)
       SELECT id, event_id, purpose, ticket_id, message_id, recipient, subject, body_text, body_html, headers,
              'queued', now(), $2
         FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, event_id text, purpose text, ticket_id bigint,
              message_id text, recipient text, subject text, body_text text, body_html text, headers jsonb)
        ORDER BY event_id, purpose
       ON CONFLICT (event_id, purpose) DO NOTHING RETURNING id, message_id, ticket_id),
     thread AS (
       INSERT INTO mail_thread (message_id, ticket_id, message_uuid)
       SELECT mail.message_id, mail.ticket_id, m.message_uuid
         FROM mail JOIN jsonb_to_recordset($1::jsonb) AS m (id uuid, message_uuid uuid) USING (id)
       ON CONFLICT DO NOTHING)
     SELECT id FROM mail`,
    [JSON.stringify(rows), tx.now],
  );
  return new Set(stored.map((row) => row.id));
}

/**
 * Counted under a lock on each address and ticket, so that concurrent events stay within the limits together: two
 * systems that answer each other stop, and we cannot be used to flood a third. The locks are taken in a fixed order.
 * @returns the drafts that may be sent
 */
async function withinLimits(tx: Tx, drafts: MailDraft[]): Promise<MailDraft[]> {
  const limited = drafts.filter((draft) => draft.automatic !== null);
  if (limited.length === 0) return drafts;
  const recipients = [...new Set(limited.map((draft) => draft.recipient))];
  const tickets = [...new Set(limited.map((draft) => draft.ticket.id))];
  tx.send(
    `SELECT pg_advisory_xact_lock(key) FROM (
       SELECT DISTINCT hashtextextended(name, 7246) AS key FROM unnest($1::text[]) AS r (name) ORDER BY 1) AS l`,
    [[...recipients, ...tickets.map((id) => `ticket ${id}`)]],
  );
  const rows = await tx.query<{ what: string; sent: number }>(
    `SELECT purpose || ' ' || recipient AS what, count(*)::int AS sent FROM outgoing_mail
      WHERE recipient = ANY($1::text[]) AND created_at > $3::timestamptz - interval '1 hour'
        AND headers->>'automatic' IS NOT NULL GROUP BY 1
     UNION ALL
     SELECT purpose || ' ticket ' || ticket_id, count(*)::int FROM outgoing_mail
      WHERE ticket_id = ANY($2::bigint[]) AND created_at > $3::timestamptz - interval '1 hour'
        AND headers->>'automatic' IS NOT NULL GROUP BY 1
     UNION ALL
     SELECT 'stopped ' || value, 1 FROM address_reach
      WHERE kind = 'email' AND value = ANY($1::text[]) AND mail_stopped_at IS NOT NULL`,
    [recipients, tickets, tx.now],
  );
  const sent = new Map(rows.map((row) => [row.what, row.sent]));
  return drafts.filter((draft) => {
    if (draft.automatic === null) return true;
    if (sent.has(`stopped ${draft.recipient}`)) return false;
    const most = MAX_PER_HOUR[draft.purpose];
    const ofAddress = `${draft.purpose} ${draft.recipient}`;
    const ofTicket = `${draft.purpose} ticket ${draft.ticket.id}`;
    const [toAddress, onTicket] = [sent.get(ofAddress) ?? 0, sent.get(ofTicket) ?? 0];
    if (toAddress >= most.address || onTicket >= most.ticket) return false;
    sent.set(ofAddress, toAddress + 1).set(ofTicket, onTicket + 1);
    return true;
  });
}
