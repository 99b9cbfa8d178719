import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';

/** Longer than an attempt may take. A delivery of a dead worker is sent again after this time. */
const LEASE_SECONDS = 30;
/** How many due deliveries of a webhook one claim looks at. */
const WINDOW = 100;
export const TEST_EVENT = 'webhook.test';

/** A delivery that this process may send, until its lease ends. */
export interface ClaimedDelivery {
  id: string;
  webhookId: string;
  ticketId: string | null;
  url: string;
  eventId: string;
  type: string;
  body: string;
  /** this one included */
  attempts: number;
}

type ClaimRow = { postponed: number } & (ClaimedDelivery | { id: null });

/**
 * Takes what is due and may be sent. A delivery waits for every earlier one of its ticket to the same webhook; while the
 * earliest waits for its next attempt, the others are due no sooner. So each claim reads few rows, however many wait.
 */
const CLAIM = `
WITH due AS (
  SELECT d.id, d.event_seq, d.next_attempt_at, first.state AS first_state, first.next_attempt_at AS first_at
    FROM webhook_delivery d
    LEFT JOIN LATERAL (
      SELECT e.state, e.next_attempt_at FROM webhook_delivery e
       WHERE e.webhook_id = d.webhook_id AND e.ticket_id = d.ticket_id AND e.event_seq < d.event_seq
         AND e.state IN ('queued', 'sending')
       ORDER BY e.event_seq LIMIT 1) first ON true
   WHERE d.webhook_id = $1 AND d.state IN ('queued', 'sending') AND d.next_attempt_at <= now()
   ORDER BY d.next_attempt_at, d.event_seq LIMIT $3
     FOR UPDATE OF d SKIP LOCKED
), postponed AS (
  UPDATE webhook_delivery d SET next_attempt_at = due.first_at
    FROM due WHERE d.id = due.id AND due.first_state = 'queued' AND due.first_at > due.next_attempt_at
  RETURNING 1
), chosen AS (
  SELECT due.id, due.event_seq FROM due
    JOIN webhook w ON w.id = $1
    JOIN webhook_event e ON e.seq = due.event_seq
   WHERE due.first_state IS NULL AND (w.disabled_at IS NULL OR e.type = $5)
   ORDER BY due.next_attempt_at, due.event_seq LIMIT $2
), claimed AS (
  UPDATE webhook_delivery d
     SET state = 'sending', attempts = d.attempts + 1, last_attempt_at = now(),
         next_attempt_at = now() + $4 * interval '1 second'
    FROM chosen, webhook w, webhook_event e
   WHERE d.id = chosen.id AND w.id = d.webhook_id AND e.seq = d.event_seq
  RETURNING d.id, d.webhook_id AS "webhookId", d.ticket_id AS "ticketId", d.attempts, w.url, e.id AS "eventId",
            e.type, e.body
)
SELECT counted.postponed, claimed.*
  FROM (SELECT count(*)::int AS postponed FROM postponed) counted LEFT JOIN claimed ON true`;

/** The queue of deliveries, in the database. */
@Injectable()
export class DeliveryQueue {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The webhooks for which something may be sent now. */
  async webhooksWithDue(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT w.id FROM webhook w
        WHERE EXISTS (SELECT 1 FROM webhook_delivery d JOIN webhook_event e ON e.seq = d.event_seq
                       WHERE d.webhook_id = w.id AND d.state IN ('queued', 'sending')
                         AND d.next_attempt_at <= now() AND (w.disabled_at IS NULL OR e.type = $1))`,
      [TEST_EVENT],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Claims up to `limit` deliveries of a webhook, no two of them of one ticket.
   * @returns also whether others were found that must wait for earlier ones, so that another claim may find more
   */
  async claim(webhookId: string, limit: number): Promise<{ claimed: ClaimedDelivery[]; postponed: boolean }> {
    const rows = await this.database.query<ClaimRow>(CLAIM, [
      webhookId,
      limit,
      WINDOW,
      LEASE_SECONDS,
      TEST_EVENT,
    ]);
    const claimed = rows.flatMap(({ postponed: _, ...row }) => (row.id === null ? [] : [row]));
    return { claimed, postponed: (rows[0]?.postponed ?? 0) > 0 };
  }

  /** The receiver took it; the next of its ticket may follow at once. */
  async recordDelivered({ id, attempts }: ClaimedDelivery, status: number, response: string): Promise<void> {
    await this.database.query(
      `WITH done AS (
         UPDATE webhook_delivery SET state = 'delivered', last_status = $3, last_error = NULL, response = $4
          WHERE id = $1 AND attempts = $2 AND state = 'sending'
         RETURNING webhook_id, ticket_id
       )
       UPDATE webhook_delivery d SET next_attempt_at = now() FROM done
        WHERE d.webhook_id = done.webhook_id AND d.ticket_id = done.ticket_id AND d.state = 'queued'
          AND d.attempts = 0 AND d.next_attempt_at > now()`,
      [id, attempts, status, response],
    );
  }

  /** @param afterMs until the next attempt; null: there is none */
  async recordFailure(
    { id, attempts }: ClaimedDelivery,
    outcome: AttemptOutcome,
    afterMs: number | null,
  ): Promise<void> {
    await this.database.query(
      `UPDATE webhook_delivery d
          SET state = CASE WHEN $6::float8 IS NULL THEN 'failed'
                           WHEN w.disabled_at IS NOT NULL THEN 'cancelled' ELSE 'queued' END,
              last_status = $3, last_error = $4, response = $5,
              next_attempt_at = now() + coalesce($6, 0) * interval '1 millisecond'
         FROM webhook w
        WHERE d.id = $1 AND d.attempts = $2 AND d.state = 'sending' AND w.id = d.webhook_id`,
      [id, attempts, outcome.status, outcome.fault, outcome.response, afterMs],
    );
  }

  /** Returns what was not sent to its end, as if it had not been begun: this process ends. */
  async release({ id, attempts }: ClaimedDelivery): Promise<void> {
    await this.database.query(
      `UPDATE webhook_delivery SET state = 'queued', attempts = attempts - 1, next_attempt_at = now()
        WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
      [id, attempts],
    );
  }
}

/** What is stored of an attempt that failed. */
export interface AttemptOutcome {
  status: number | null;
  fault: string | null;
  response: string | null;
}
