import type { Tx } from '#wasl/platform';

/** The conversation has ended and its agent wraps up: from now on time counts as after-call work. */
export function beginAfterCallWork(tx: Tx, interactionId: string): void {
  tx.send('UPDATE interaction SET acw_since = $2 WHERE id = $1', [interactionId, tx.now]);
}

/** An agent has left wrap-up: the after-call work of the interaction is complete. */
export function endAfterCallWork(tx: Tx, agentId: string): void {
  tx.send(
    `UPDATE interaction SET acw_since = NULL, updated_at = $2,
            acw_seconds = acw_seconds + greatest(0, round(extract(epoch FROM $2::timestamptz - acw_since)))::int
      WHERE agent_id = $1 AND acw_since IS NOT NULL`,
    [agentId, tx.now],
  );
}
