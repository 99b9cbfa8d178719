import { Inject, Injectable } from '@nestjs/common';
import { markTextFailed, plainForSms, smsSegments, type TextMedium } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import type { TextPurpose } from './domain/text-recipient.js';

/** A text to be sent, before it is stored. */
export interface TextDraft {
  /** idempotency key, together with the purpose */
  eventId: string;
  purpose: TextPurpose;
  /** number: twelve digits */
  ticket: { id: string; number: string } | null;
  medium: TextMedium;
  recipient: string;
  body: string;
  /** the follower of a public report who gets it */
  followerId?: string;
  /** a one-time code, inserted when the text is sent */
  codeId?: string;
}

/**
 * Limits: automatic texts to one number per hour and per day, and all texts about one ticket per day. Codes to sign in are
 * counted apart, because anybody can ask for them: they must not use up what notices may be sent.
 */
const MAX_AUTOMATIC_PER_HOUR = 6;
const MAX_AUTOMATIC_PER_DAY = 20;
const MAX_PER_TICKET_PER_DAY = 40;

/** Stores outgoing texts, once for each event and purpose; TextSender sends them. */
@Injectable()
export class TextOutbox {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns the text's id; null when it exists already or is over the limit. A reply of a person that is over the
   * limit is shown as failed on the ticket, so that nobody believes it was delivered.
   */
  async store(draft: TextDraft): Promise<string | null> {
    return this.unitOfWork.run((tx) => this.storeIn(tx, draft));
  }

  /** The same within the caller's transaction. */
  async storeIn(tx: Tx, draft: TextDraft): Promise<string | null> {
    const sent = await countSent(tx, draft);
    const byPerson = draft.purpose === 'reply';
    const tooMany = byPerson
      ? sent.ofTicket >= MAX_PER_TICKET_PER_DAY
      : sent.lastHour >= MAX_AUTOMATIC_PER_HOUR || sent.lastDay >= MAX_AUTOMATIC_PER_DAY;
    if (tooMany && !byPerson) return null;
    const id = await insertText(tx, draft);
    if (!id || !tooMany) return id;
    const ticketId = draft.ticket?.id ?? null;
    await markTextFailed(
      tx,
      { id, ticketId },
      `more than ${MAX_PER_TICKET_PER_DAY} texts about this ticket in a day`,
    );
    return null;
  }
}

interface Sent {
  lastHour: number;
  lastDay: number;
  ofTicket: number;
}

/** Counted under a lock on the number, so that concurrent events stay within the limits together. */
async function countSent(tx: Tx, { recipient, ticket, purpose }: TextDraft): Promise<Sent> {
  tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7248))', [recipient]);
  const [row] = await tx.query<Sent>(
    `SELECT count(*) FILTER (WHERE automatic AND created_at > $3::timestamptz - interval '1 hour')::int AS "lastHour",
            count(*) FILTER (WHERE automatic)::int AS "lastDay",
            count(*) FILTER (WHERE ticket_id = $2)::int AS "ofTicket"
       FROM (SELECT ticket_id, created_at,
                    purpose <> 'reply' AND (purpose = 'sign_in_code') = $4::boolean AS automatic
               FROM outgoing_text WHERE recipient = $1 AND created_at > $3::timestamptz - interval '1 day') sent`,
    [recipient, ticket?.id ?? null, tx.now, purpose === 'sign_in_code'],
  );
  return row!;
}

async function insertText(tx: Tx, draft: TextDraft): Promise<string | null> {
  const body = draft.medium === 'sms' ? plainForSms(draft.body) : draft.body;
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO outgoing_text (id, event_id, purpose, ticket_id, medium, recipient, body, segments, state,
       next_attempt_at, created_at, follower_id, code_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', now(), $9, $10, $11)
     ON CONFLICT (event_id, purpose) DO NOTHING RETURNING id`,
    [
      uuidv7(tx.now.getTime()),
      draft.eventId,
      draft.purpose,
      draft.ticket?.id ?? null,
      draft.medium,
      draft.recipient,
      body,
      draft.medium === 'sms' ? smsSegments(body) : 1,
      tx.now,
      draft.followerId ?? null,
      draft.codeId ?? null,
    ],
  );
  return row?.id ?? null;
}
