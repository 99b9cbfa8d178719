import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { type Tx, OnEvent } from '#wasl/platform';

/** Records updates of public requests from events, so that programs can ask for changes without a scan of tickets. */
@Injectable()
export class UpdateLog {
  /** Doing it twice changes nothing: an update has the id of its message, or of its event. */
  @OnEvent(['ticket.changed', 'message.added'], { as: 'projection', order: 20 })
  async apply(tx: Pick<Tx, 'query'>, events: DomainEvent[]): Promise<void> {
    const updates = updatesOf(events);
    if (updates.length === 0) return;
    await tx.query(
      `INSERT INTO open311_update (id, ticket_id, at, status, message_id)
       SELECT coalesce(m.id::text, u.id), o.ticket_id, u.at, coalesce(u.status, t.status), m.id
         FROM unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::uuid[])
           AS u (id, ticket_id, at, status, message_id)
         JOIN open311_request o ON o.ticket_id = u.ticket_id
         JOIN ticket t ON t.id = u.ticket_id
         LEFT JOIN message m ON m.id = u.message_id AND (m.kind = 'public_reply' OR m.channel = 'open311')
        WHERE m.id IS NOT NULL OR u.status IS NOT NULL
       ON CONFLICT (id) DO NOTHING`,
      [
        updates.map(({ id }) => id),
        updates.map(({ ticketId }) => ticketId),
        updates.map(({ at }) => at),
        updates.map(({ status }) => status),
        updates.map(({ messageId }) => messageId),
      ],
    );
  }
}

interface Update {
  id: string;
  ticketId: string;
  at: string;
  /** the new state; null when it did not change */
  status: string | null;
  messageId: string | null;
}

/** The public updates: a new state, or a public message. A message that came with a new state is one update. */
function updatesOf(events: DomainEvent[]): Update[] {
  const updates: Update[] = [];
  for (const event of events) {
    const { id, at } = event;
    if (event.type === 'ticket.changed' && event.data.changed.includes('status')) {
      updates.push({
        id: `e${id}`,
        ticketId: event.data.ticketId,
        at,
        status: event.data.status,
        messageId: null,
      });
    } else if (event.type === 'message.added' && event.data.kind !== 'internal_note') {
      const { ticketId, messageId } = event.data;
      const companion = updates.find((one) => one.ticketId === ticketId && one.at === at && !one.messageId);
      if (companion) companion.messageId = messageId;
      else updates.push({ id: `e${id}`, ticketId, at, status: null, messageId });
    }
  }
  return updates;
}
