import type { Tx } from '#wasl/platform';

export interface HistoryEntry {
  ticketId: string;
  /** shown to staff, in words of the console */
  type: string;
  /** must hold no personal data */
  data: Record<string, unknown>;
}

/** Adds entries by the system itself to the history of tickets; what changes a ticket goes through `applyChange`. */
export function addSystemHistory(tx: Tx, { ticketId, type, data }: HistoryEntry): void {
  tx.insert(`INSERT INTO history (ticket_id, at, actor_kind, type, data) VALUES ($1, $2, 'system', $3, $4)`, [
    ticketId,
    tx.now,
    type,
    JSON.stringify(data),
  ]);
}

/** The same, unless the ticket has such an entry; for handlers that may be repeated. */
export function addSystemHistoryOnce(tx: Tx, { ticketId, type, data }: HistoryEntry): void {
  tx.send(
    `INSERT INTO history (ticket_id, at, actor_kind, type, data)
     SELECT $1, $2, 'system', $3, $4::jsonb
      WHERE NOT EXISTS (SELECT 1 FROM history WHERE ticket_id = $1 AND type = $3 AND data = $4::jsonb)`,
    [ticketId, tx.now, type, JSON.stringify(data)],
  );
}
