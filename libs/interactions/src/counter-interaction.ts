import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';

/**
 * A visit to a service centre: the interaction begins when the visitor draws a number, or meets an agent directly. Its
 * ticket is linked later.
 * @returns the interaction's id
 */
export function beginCounterInteraction(tx: Tx, agentId: string | null): string {
  const id = uuidv7(tx.now.getTime());
  tx.send(
    `INSERT INTO interaction (id, channel, direction, agent_id, started_at, answered_at, updated_at)
     VALUES ($1, 'counter', 'in', $2, $3, CASE WHEN $2::uuid IS NOT NULL THEN $3::timestamptz END, $3)`,
    [id, agentId, tx.now],
  );
  return id;
}

/** A member of staff serves the waiting visitor. */
export function answerCounterInteraction(tx: Tx, id: string, agentId: string): void {
  tx.send(
    'UPDATE interaction SET agent_id = $2, answered_at = coalesce(answered_at, $3), updated_at = $3 WHERE id = $1',
    [id, agentId, tx.now],
  );
}

/** Links the interaction to an existing ticket. */
export function linkTicketToInteraction(tx: Tx, id: string, ticketId: string): void {
  tx.send(
    `UPDATE interaction i SET ticket_id = t.id, requester_id = t.requester_id, queue_id = t.queue_id, updated_at = $3
       FROM ticket t WHERE i.id = $1 AND t.id = $2`,
    [id, ticketId, tx.now],
  );
}

/** The visitor has left, served or not. */
export function endCounterInteraction(tx: Tx, id: string, wrapUpCode: string | null = null): void {
  tx.send(
    `UPDATE interaction SET ended_at = coalesce(ended_at, $2), wrap_up_code = coalesce($3, wrap_up_code), updated_at = $2
      WHERE id = $1`,
    [id, tx.now, wrapUpCode],
  );
}
