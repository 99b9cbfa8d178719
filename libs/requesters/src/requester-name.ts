import type { Tx } from '#wasl/platform';

/** Names a requester who has no name yet; a known name stays, and so do the anonymous. */
export function nameIfUnnamed(tx: Tx, requesterId: string, name: string | null | undefined): void {
  if (!name) return;
  tx.send(`UPDATE requester SET name = $2 WHERE id = $1 AND name IS NULL AND audience <> 'anonymous'`, [
    requesterId,
    name,
  ]);
}
