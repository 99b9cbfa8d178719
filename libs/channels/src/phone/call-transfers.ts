import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { agentsAt } from './call-people.js';
import type { CallRow } from './call-rows.js';

/** Records a transfer: by whom, and to which number. */
export async function recordTransfer(tx: Tx, row: CallRow, to: string): Promise<void> {
  const [toAgent] = await agentsAt(tx, [to]);
  tx.send(
    `INSERT INTO call_transfer (id, interaction_id, at, from_agent_id, to_number, to_agent_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [uuidv7(tx.now.getTime()), row.id, tx.now, row.agentId, to, toAgent ?? null],
  );
}

/** Records who answered a transfer; for a queue number this is known only now. */
export async function recordTransferAnswered(tx: Tx, interactionId: string, agentId: string): Promise<void> {
  await tx.query(
    `UPDATE call_transfer SET to_agent_id = $2
      WHERE id = (SELECT id FROM call_transfer WHERE interaction_id = $1 ORDER BY at DESC, id DESC LIMIT 1)
        AND to_agent_id IS NULL`,
    [interactionId, agentId],
  );
}
