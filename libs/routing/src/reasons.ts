import { invalidField } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';

/** @throws invalid at `reason` when it is not among those configured for this use */
export async function requireReason(
  tx: Tx,
  use: 'not_ready' | 'decline' | 'wrap_up',
  key: string | null | undefined,
): Promise<string> {
  if (!key) throw invalidField('reason', 'required');
  const [row] = await tx.query('SELECT 1 FROM reason WHERE use = $1 AND key = $2 AND active', [use, key]);
  if (!row) throw invalidField('reason', 'choice');
  return key;
}
