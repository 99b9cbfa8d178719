import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { Database, UnitOfWork } from '#wasl/platform';
import { RouteCall } from '#wasl/routing';
import { callerOf } from './call-people.js';
import { lockCall, saveCall } from './call-rows.js';

/** The state of a call that waits for an agent. */
export type WaitingCallState =
  { state: 'over' } | { state: 'waiting' } | { state: 'ringing'; extension: string };

/** Calls waiting at a PBX that we control: an agent is looked for until one is found. */
@Injectable()
export class WaitingCalls {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(RouteCall) private readonly router: RouteCall,
  ) {}

  /** Tries again to find an agent. */
  async retry(callId: string): Promise<WaitingCallState> {
    const queues = await this.catalogue.queues();
    return this.unitOfWork.run(async (tx) => {
      const row = await lockCall(tx, callId);
      if (!row || row.call.endedAt || (row.call.answeredAt && !row.call.transferringTo))
        return { state: 'over' };
      const queue = queues.find(({ id }) => id === row.call.queueId);
      if (!queue) return { state: 'over' };
      const { language } = await callerOf(tx, row.call.from);
      const { id: interactionId, requesterId } = row;
      const chosen = await this.router.retry(tx, { interactionId, queue, language, requesterId });
      if (!chosen) return { state: 'waiting' };
      const call = { ...row.call, ringing: [chosen.extension], ringingSince: tx.now };
      await saveCall(tx, { ...row, agentId: chosen.agentId, call });
      tx.emit('call.ringing', { interactionId, agentId: chosen.agentId, queue: queue.key });
      return { state: 'ringing', extension: chosen.extension };
    });
  }

  /** Whether an agent of the call's queue is signed in, so that waiting makes sense; and how long phones ring. */
  async waitingInfo(
    callId: string,
  ): Promise<{ served: boolean; ringSeconds: number; queueId: string | null }> {
    const [row] = await this.database.query<{ served: boolean; ringSeconds: number; queueId: string | null }>(
      `SELECT q.id AS "queueId", coalesce(q.offer_seconds, 30) AS "ringSeconds",
              EXISTS (SELECT 1 FROM agent_queue a JOIN presence p ON p.staff_id = a.staff_id
                        JOIN staff s ON s.id = a.staff_id
                       WHERE a.queue_id = q.id AND p.state <> 'offline' AND s.extension IS NOT NULL
                         AND s.disabled_at IS NULL) AS served
         FROM interaction i LEFT JOIN queue q ON q.id = i.queue_id WHERE i.call_id = $1`,
      [callId],
    );
    return row ?? { served: false, ringSeconds: 30, queueId: null };
  }
}
