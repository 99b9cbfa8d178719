import { Inject, Injectable } from '@nestjs/common';
import type { DeliveryState } from '#wasl/contracts';
import {
  conflict,
  decodeCursor,
  isUuid,
  notFound,
  type Page,
  pageOf,
  type PageRequest,
  unprocessable,
} from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { TEST_EVENT } from './delivery-queue.service.js';
import { messageIdOf } from './domain/sign-message.js';
import { bodyOf } from './domain/webhook-messages.js';
import { lock, note } from './webhook-admin.service.js';

export interface DeliveryView {
  id: string;
  /** the webhook-id of the message */
  messageId: string;
  type: string;
  /** when it happened */
  at: string;
  /** number of the ticket; null for a test */
  ticket: string | null;
  state: DeliveryState;
  attempts: number;
  lastAttemptAt: string | null;
  /** null when there will be none */
  nextAttemptAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
  /** the beginning of the answer's body */
  response: string | null;
}

type Row = Omit<DeliveryView, 'messageId' | 'at' | 'lastAttemptAt' | 'nextAttemptAt'> &
  Record<'at' | 'nextAttemptAt', Date> & { seq: string; eventId: string; lastAttemptAt: Date | null };

/** More than a day of a large country. */
const MOST_REPLAYED = 100_000;

/** Shows deliveries to administrators, and repeats them. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Newest event first. @param state only these. @throws not_found `webhook.not_found` */
  async list(webhookId: string, state: DeliveryState | null, page: PageRequest): Promise<Page<DeliveryView>> {
    const known = isUuid(webhookId) ? webhookId : null;
    const [webhook] = await this.database.query('SELECT 1 FROM webhook WHERE id = $1', [known]);
    if (!webhook) throw notFound('webhook.not_found');
    const after = page.after ? decodeCursor(page.after, 'serial')[0] : null;
    const rows = await this.database.query<Row>(
      `SELECT d.id, d.event_seq AS seq, e.id AS "eventId", e.type, e.at, e.body::json -> 'data' ->> 'number' AS ticket,
              d.state, d.attempts, d.last_attempt_at AS "lastAttemptAt", d.next_attempt_at AS "nextAttemptAt",
              d.last_status AS "lastStatus", d.last_error AS "lastError", d.response
         FROM webhook_delivery d JOIN webhook_event e ON e.seq = d.event_seq
        WHERE d.webhook_id = $1 AND ($2::bigint IS NULL OR d.event_seq < $2) AND ($3::text IS NULL OR d.state = $3)
        ORDER BY d.event_seq DESC LIMIT $4`,
      [known, after, state, page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, ({ seq }) => [seq]);
    return { data: data.map(viewOf), meta };
  }

  /**
   * Queues a delivery anew, with all its attempts; one that waits for its next attempt is tried at once.
   * @throws not_found `delivery.not_found`; conflict `webhook.disabled`
   */
  async retry(deliveryId: string, actorId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [delivery] = await tx.query<{ webhookId: string; type: string }>(
        `SELECT d.webhook_id AS "webhookId", e.type FROM webhook_delivery d JOIN webhook_event e ON e.seq = d.event_seq
          WHERE d.id = $1`,
        [isUuid(deliveryId) ? deliveryId : null],
      );
      if (!delivery) throw notFound('delivery.not_found');
      if (delivery.type !== TEST_EVENT) await requireEnabled(tx, delivery.webhookId);
      await tx.query(
        `UPDATE webhook_delivery
            SET attempts = CASE state WHEN 'queued' THEN attempts ELSE 0 END, state = 'queued', next_attempt_at = now()
          WHERE id = $1 AND state <> 'sending'`,
        [deliveryId],
      );
      note(tx, actorId, 'webhook.retried', delivery.webhookId, { delivery: deliveryId, type: delivery.type });
    });
  }

  /** Sends a message of the type `webhook.test` once, also to a disabled webhook. @returns the delivery's id */
  async test(webhookId: string, actorId: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await lock(tx, webhookId);
      const at = tx.now.toISOString();
      const [delivery] = await tx.query<{ id: string }>(
        `WITH event AS (
           INSERT INTO webhook_event (type, at, body) VALUES ($2, $3, $4) RETURNING seq
         )
         INSERT INTO webhook_delivery (webhook_id, event_seq) SELECT $1, seq FROM event RETURNING id`,
        [webhookId, TEST_EVENT, at, bodyOf(TEST_EVENT, at, { webhook: webhookId })],
      );
      note(tx, actorId, 'webhook.tested', webhookId, {});
      return delivery!.id;
    });
  }

  /**
   * Queues everything that the webhook asks for since that moment, under the ids of then, also what it was never sent
   * because it was disabled or did not exist.
   * @returns how many
   * @throws conflict `webhook.disabled`; unprocessable `webhook.replay_too_large`
   */
  async replay(webhookId: string, since: Date, actorId: string): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      await lock(tx, webhookId);
      await requireEnabled(tx, webhookId);
      const [{ events } = { events: 0 }] = await tx.query<{ events: number }>(
        `SELECT count(*)::int AS events FROM (SELECT 1 ${REPLAYED} LIMIT $3) found`,
        [webhookId, since, MOST_REPLAYED + 1],
      );
      if (events > MOST_REPLAYED) throw unprocessable('webhook.replay_too_large', { most: MOST_REPLAYED });
      await tx.query(
        `INSERT INTO webhook_delivery (webhook_id, event_seq, ticket_id)
         SELECT w.id, e.seq, e.ticket_id ${REPLAYED} ORDER BY e.seq
         ON CONFLICT (webhook_id, event_seq) DO UPDATE SET state = 'queued', attempts = 0, next_attempt_at = now()
          WHERE webhook_delivery.state NOT IN ('queued', 'sending')`,
        [webhookId, since],
      );
      note(tx, actorId, 'webhook.replayed', webhookId, { since: since.toISOString(), events });
      return events;
    });
  }
}

const REPLAYED = `FROM webhook w JOIN webhook_event e ON e.type = ANY (w.events)
            AND (w.entity_id IS NULL OR w.entity_id = e.entity_id)
          WHERE w.id = $1 AND e.at >= $2`;

async function requireEnabled(tx: Tx, webhookId: string): Promise<void> {
  const [enabled] = await tx.query(
    'SELECT 1 FROM webhook WHERE id = $1 AND disabled_at IS NULL FOR NO KEY UPDATE',
    [webhookId],
  );
  if (!enabled) throw conflict('webhook.disabled');
}

const viewOf = ({ seq: _, eventId, ...row }: Row): DeliveryView => ({
  ...row,
  messageId: messageIdOf(eventId),
  at: row.at.toISOString(),
  lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
  nextAttemptAt: row.state === 'queued' ? row.nextAttemptAt.toISOString() : null,
});
