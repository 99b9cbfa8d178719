import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Database } from '#wasl/platform';

/**
 * What is answered in a live chat is read there, and told in no other way; what the visitor had not seen when they left
 * is told then. Each answer goes by one event of its own, so that it is told once whichever way it came about.
 */
@Injectable()
export class ChatReplies {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the events that notices are to be made of, in place of this one */
  async unfold(event: DomainEvent): Promise<DomainEvent[]> {
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
