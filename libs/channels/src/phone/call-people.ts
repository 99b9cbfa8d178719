import type { Tx } from '#wasl/platform';
import { identifyingAddressSql } from '#wasl/requesters';

/**
 * The requester with this number. An unknown caller becomes a requester only with a ticket. A number that somebody
 * only typed into a form identifies nobody: an agent would mistake a stranger's ticket for the caller's.
 */
export async function callerOf(
  tx: Tx,
  number: string | null,
): Promise<{ id: string | null; language: string | null }> {
  if (!number) return { id: null, language: null };
  const [row] = await tx.query<{ id: string; language: string | null }>(
    `SELECT r.id, r.language FROM requester_address a JOIN requester r ON r.id = a.requester_id
      WHERE a.kind = 'phone' AND a.value = $1 AND ${identifyingAddressSql('a')}`,
    [number],
  );
  return row ?? { id: null, language: null };
}

/** The agents of these lines, in their order; see `lineOf`. */
export async function agentsAt(tx: Tx, lines: (string | null)[]): Promise<string[]> {
  const asked = lines.filter((line) => line !== null);
  if (asked.length === 0) return [];
  const rows = await tx.query<{ id: string; line: string }>(
    `SELECT id, coalesce(extension, email) AS line FROM staff
      WHERE (extension = ANY($1::text[]) OR extension IS NULL AND email = ANY($1::text[])) AND disabled_at IS NULL`,
    [asked],
  );
  const byLine = new Map(rows.map((row) => [row.line, row.id]));
  return [...new Set(asked.map((line) => byLine.get(line)).filter((id) => id !== undefined))];
}

/** The extension of the agent reserved for a call that is not answered yet. */
export async function reservedExtension(tx: Tx, interactionId: string): Promise<string | null> {
  const [row] = await tx.query<{ extension: string | null }>(
    `SELECT s.extension FROM work w JOIN staff s ON s.id = w.agent_id
      WHERE w.interaction_id = $1 AND w.state = 'offered'`,
    [interactionId],
  );
  return row?.extension ?? null;
}
