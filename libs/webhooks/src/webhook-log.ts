import { Inject, Injectable } from '@nestjs/common';
import { OnEvent, type ProjectionResult, type ProjectionTx } from '#wasl/platform';
import { bodyOf, TOLD_EVENTS, type ToldEvent, webhookMessagesOf } from './domain/webhook-messages.js';
import { WebhookSender } from './webhook-sender.service.js';

/**
 * Logs what webhooks are told, in the order of the events, and queues it for those that asked for it. While there is no
 * webhook nothing is logged.
 */
@Injectable()
export class WebhookLog {
  constructor(@Inject(WebhookSender) private readonly sender: WebhookSender) {}

  @OnEvent(TOLD_EVENTS, { as: 'projection', order: 70 })
  async log(tx: ProjectionTx, events: ToldEvent[]): Promise<ProjectionResult | void> {
    const messages = events.flatMap(webhookMessagesOf);
    if (messages.length === 0) return;
    // Locked, so that what is queued here is cancelled by whoever disables one of them now.
    const webhooks = await tx.query<{ id: string }>('SELECT id FROM webhook FOR SHARE');
    if (webhooks.length === 0) return;
    const queued = await tx.query(
      `WITH given AS (
         SELECT type, ticket_id, at, body, entity_id, n
           FROM unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $6::uuid[])
                WITH ORDINALITY AS g (type, ticket_id, at, body, entity_id, n)
       ), logged AS (
         INSERT INTO webhook_event (type, ticket_id, entity_id, at, body)
         SELECT g.type, g.ticket_id, coalesce(g.entity_id, s.entity_id), g.at, g.body
           FROM given g LEFT JOIN ticket t ON t.id = g.ticket_id LEFT JOIN service s ON s.id = t.service_id
          ORDER BY g.n
         RETURNING seq, type, ticket_id, entity_id
       )
       INSERT INTO webhook_delivery (webhook_id, event_seq, ticket_id)
       SELECT w.id, l.seq, l.ticket_id
         FROM logged l
         JOIN webhook w ON w.id = ANY ($5::uuid[]) AND w.disabled_at IS NULL AND l.type = ANY (w.events)
                       AND (w.entity_id IS NULL OR w.entity_id = l.entity_id)
       RETURNING 1`,
      [
        messages.map(({ type }) => type),
        messages.map(({ ticketId }) => ticketId),
        messages.map(({ at }) => at),
        messages.map(({ type, at, data }) => bodyOf(type, at, data)),
        webhooks.map(({ id }) => id),
        messages.map(({ entityId }) => entityId ?? null),
      ],
    );
    if (queued.length > 0) return { afterCommit: () => this.sender.wake() };
  }
}
