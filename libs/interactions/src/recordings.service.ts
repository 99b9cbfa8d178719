import { Inject, Injectable } from '@nestjs/common';
import type { RecordingState } from '#wasl/contracts';
import { conflict, invalidField, isUuid, notFound } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';

interface Row {
  id: string;
  state: RecordingState;
  consent: boolean;
  ended: boolean;
}

/** Call recordings: none without consent, which is stored with the agent who heard it and the time. */
@Injectable()
export class Recordings {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * The caller agreed, and said so to this agent.
   * @throws not_found `call.not_found`; conflict `call.over`
   */
  async consent(interactionId: string, agentId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await lock(tx, interactionId, agentId);
      if (row.ended) throw conflict('call.over');
      tx.send(
        `UPDATE interaction SET recording_consent_at = coalesce(recording_consent_at, $2),
                recording_consent_by = coalesce(recording_consent_by, $3), updated_at = $2 WHERE id = $1`,
        [row.id, tx.now, agentId],
      );
    });
  }

  /** @throws not_found `call.not_found`; invalid at `consent` */
  async requireConsent(interactionId: string, agentId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await lock(tx, interactionId, agentId)).consent) throw invalidField('consent', 'required');
    });
  }

  /** Stores the exchange's own reference to a recording. @throws as above */
  async attachReference(interactionId: string, agentId: string, reference: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await lock(tx, interactionId, agentId);
      if (!row.consent) throw invalidField('consent', 'required');
      tx.send('UPDATE interaction SET recording_ref = $2, updated_at = $3 WHERE id = $1', [
        row.id,
        reference,
        tx.now,
      ]);
    });
  }

  /** The recorder's state has changed. A recording without known consent is not accepted. */
  async onStateChanged(
    tx: Tx,
    interactionId: string,
    state: RecordingState,
    reference: string,
  ): Promise<void> {
    const [row] = await tx.query<{ agentId: string | null; queue: string | null }>(
      `UPDATE interaction i SET recording_state = $2, recording_ref = coalesce(recording_ref, $3), updated_at = $4
        WHERE i.id = $1 AND (recording_consent_at IS NOT NULL OR $2 IN ('none', 'over'))
        RETURNING agent_id AS "agentId", (SELECT key FROM queue q WHERE q.id = i.queue_id) AS queue`,
      [interactionId, state, reference, tx.now],
    );
    if (row) tx.emit('call.changed', { interactionId, ...row });
  }
}

async function lock(tx: Tx, interactionId: string, agentId: string): Promise<Row> {
  const [row] = await tx.query<Row>(
    `SELECT id, recording_state AS state, recording_consent_at IS NOT NULL AS consent, ended_at IS NOT NULL AS ended
       FROM interaction WHERE id = $1 AND agent_id = $2 AND channel = 'phone' FOR NO KEY UPDATE`,
    [isUuid(interactionId) ? interactionId : null, agentId],
  );
  if (!row) throw notFound('call.not_found');
  return row;
}
