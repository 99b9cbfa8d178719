import type { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';

/** An event that no handler could take; it waits for an administrator. */
export interface DeadLetter {
  id: string;
  type: string;
  at: Date;
  attempts: number;
  /** what the last attempt failed with, for administrators */
  fault: string | null;
}

const MAX_SHOWN = 200;

/** @returns the oldest first */
export const readDeadLetters = (query: Database['query']): Promise<DeadLetter[]> =>
  query<DeadLetter>(
    'SELECT id, type, at, attempts, fault FROM outbox WHERE set_aside_at IS NOT NULL ORDER BY id LIMIT $1',
    [MAX_SHOWN],
  );

/** Returns a dead letter to the outbox. @returns its type; null when there is none of this id */
export async function retryDeadLetter(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ type: string }>(
    `UPDATE outbox SET set_aside_at = NULL, attempts = 0 WHERE id = $1 AND set_aside_at IS NOT NULL RETURNING type`,
    [/^\d{1,18}$/.test(id) ? id : null],
  );
  return row?.type ?? null;
}
