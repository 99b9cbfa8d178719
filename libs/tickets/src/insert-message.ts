import type { Channel, MessageKind } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { Actor } from './actor.js';

export interface NewMessage {
  kind: MessageKind;
  body: string;
  channel: Channel;
}

/** Inserts one message; the caller has locked the ticket. */
export async function insertMessage(
  tx: Tx,
  ticket: { id: string },
  message: NewMessage,
  actor: Actor,
): Promise<{ id: string; kind: MessageKind }> {
  const id = uuidv7(tx.now.getTime());
  tx.insert(
    `INSERT INTO message (id, ticket_id, kind, channel, author_kind, author_id, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, ticket.id, message.kind, message.channel, actor.kind, actor.id, message.body, tx.now],
  );
  return { id, kind: message.kind };
}
