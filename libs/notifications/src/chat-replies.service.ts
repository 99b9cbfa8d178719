import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Database } from '#wasl/platform';

/**
 * Replies in a live chat are read there and cause no notice. Replies that the visitor had not seen when the chat
 * ended are sent then. Each reply has an event id of its own, so that it is sent only once.
 */
@Injectable()
export class ChatReplies {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the events to send notices for, in place of this one */
  async expand(event: DomainEvent): Promise<DomainEvent[]> {
    if (event.type === 'message.added' && event.data.channel === 'chat') {
      if (event.data.kind !== 'public_reply' || (await this.goesOn(event.data.ticketId))) return [];
      return [answerEvent(event, event.data)];
    }
    if (event.type !== 'chat.ended') return [event];
    const { ticketId, number } = event.data;
    const unseen = await this.database.query<{ messageId: string; queue: string }>(
      `SELECT m.id AS "messageId", q.key AS queue
         FROM chat c JOIN ticket t ON t.id = c.ticket_id JOIN queue q ON q.id = t.queue_id
         JOIN message m ON m.ticket_id = c.ticket_id AND m.kind = 'public_reply'
        WHERE c.ticket_id = $1 AND m.created_at > c.read_until AND m.created_at <= c.ended_at ORDER BY m.id`,
      [ticketId],
    );
    return unseen.map(({ messageId, queue }) =>
      answerEvent(event, { ticketId, number, queue, messageId, kind: 'public_reply', assigneeId: null }),
    );
  }

  private async goesOn(ticketId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM chat WHERE ticket_id = $1 AND ended_at IS NULL', [
      ticketId,
    ]);
    return rows.length > 0;
  }
}

function answerEvent(
  { at }: DomainEvent,
  data: DomainEvent<'message.added'>['data'],
): DomainEvent<'message.added'> {
  return { id: `chat-${data.messageId}`, type: 'message.added', at, data };
}
