import { rolesWith } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';

/** Supervisors of the centre; administrators when there are none. */
export async function arbitersOf(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string; role: string }>(
    'SELECT id, role FROM staff WHERE role = ANY($1::text[]) AND disabled_at IS NULL ORDER BY id',
    [rolesWith('referral.arbitrate')],
  );
  const supervisors = rows.filter(({ role }) => role === 'supervisor');
  return (supervisors.length > 0 ? supervisors : rows).map(({ id }) => id);
}

/** Of these, who still works for the entity. */
export async function workingFor(tx: Tx, entityId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM staff WHERE id = ANY($1::uuid[]) AND entity_id = $2 AND disabled_at IS NULL ORDER BY id',
    [ids, entityId],
  );
  return rows.map(({ id }) => id);
}
