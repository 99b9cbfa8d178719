import type { Tx } from '#wasl/platform';

/** Supervisors are told that a queue is no alarm any more, if it was one. */
export async function withdrawAlarm(tx: Tx, key: string): Promise<void> {
  const [withdrawn] = await tx.query(
    'DELETE FROM queue_alarm WHERE queue_id = (SELECT id FROM queue WHERE key = $1) RETURNING queue_id',
    [key],
  );
  if (withdrawn) tx.emit('queue.unserved', { queue: key, reason: null });
}
