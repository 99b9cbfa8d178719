import { Inject, Injectable } from '@nestjs/common';
import type { QueueRow } from '#wasl/directory';
import { beginAfterCallWork } from '#wasl/interactions';
import type { Tx } from '#wasl/platform';
import { afterRelease, afterTaking } from './capacity.js';
import type { ClosedCalls } from './domain/routing-rules.js';
import { DEFAULT_UNITS } from './domain/units.js';
import { urgencyAt } from './domain/urgency.js';
import { lockPresence, movePresence } from './presence-store.js';
import { QueueHours } from './queue-hours.service.js';
import { type CallToRoute, ReserveAgent, type ReservedAgent } from './reserve-agent.service.js';
import { RoutingConfig } from './routing-config.service.js';
import { insertWork, lockWork, moveWork } from './work-store.js';

/** Wrap-up after a call of no queue of ours, when its agent serves none either. */
const DIRECT_WRAP_UP_SECONDS = 30;

/** A telephone call cannot wait for a round: its agent is chosen while the exchange waits for our answer. */
@Injectable()
export class RouteCall {
  constructor(
    @Inject(ReserveAgent) private readonly agents: ReserveAgent,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(QueueHours) private readonly hours: QueueHours,
  ) {}

  /** What becomes of a call that came to a queue at a moment. @returns null when it was open */
  async whenClosed(queue: Pick<QueueRow, 'id'>, at: Date): Promise<ClosedCalls | null> {
    const settings = (await this.config.current()).settings.get(queue.id);
    return this.hours.isOpen(settings, at) ? null : settings!.hours.calls;
  }

  /**
   * Chooses a free agent with a telephone and reserves them, or lets the call wait in its queue.
   * @returns null when nobody is free
   */
  async arrive(tx: Tx, call: CallToRoute): Promise<ReservedAgent | null> {
    const chosen = await this.agents.reserve(tx, call, { waitedSeconds: 0, declinedBy: [] });
    await insertWork(tx, {
      ...(await this.workOf(tx, call)),
      state: chosen ? 'offered' : 'waiting',
      agentId: chosen?.agentId ?? null,
      why: chosen?.why,
      roundId: chosen?.roundId,
    });
    return chosen && { agentId: chosen.agentId, extension: chosen.extension };
  }

  /** A call that needs no agent of our choice, because the exchange chooses or it is known too late: it counts. */
  async note(tx: Tx, call: CallToRoute): Promise<void> {
    await insertWork(tx, { ...(await this.workOf(tx, call)), state: 'waiting', agentId: null });
  }

  /** Looks again for a call that waits. @returns null when nobody is free, or it does not wait any more */
  async retry(tx: Tx, call: CallToRoute): Promise<ReservedAgent | null> {
    const [seen] = await tx.query<{ waitingSince: Date; declinedBy: string[] }>(
      `SELECT waiting_since AS "waitingSince", declined_by AS "declinedBy" FROM work
        WHERE interaction_id = $1 AND state = 'waiting'`,
      [call.interactionId],
    );
    if (!seen) return null;
    const waitedSeconds = Math.max(0, (tx.now.getTime() - seen.waitingSince.getTime()) / 1000);
    const chosen = await this.agents.reserve(tx, call, { waitedSeconds, declinedBy: seen.declinedBy });
    if (!chosen) return null;
    const work = await lockWork(tx, { interactionId: call.interactionId });
    if (work?.state !== 'waiting') return null;
    await moveWork(tx, work, { to: 'offered', agentId: chosen.agentId });
    const why = JSON.stringify(chosen.why);
    tx.send('UPDATE work SET why = $2, round_id = $3 WHERE id = $1', [work.id, why, chosen.roundId]);
    return { agentId: chosen.agentId, extension: chosen.extension };
  }

  /** Whoever is reserved for a call that nobody answered is free again, and the call waits. @returns the agent */
  async release(tx: Tx, interactionId: string): Promise<string | null> {
    const [seen] = await tx.query<{ agentId: string }>(
      `SELECT agent_id AS "agentId" FROM work WHERE interaction_id = $1 AND state = 'offered'`,
      [interactionId],
    );
    if (!seen) return null;
    await lockPresence(tx, seen.agentId);
    const work = await lockWork(tx, { interactionId });
    if (work?.state !== 'offered' || work.agentId !== seen.agentId) return null;
    await moveWork(tx, work, { to: 'waiting' });
    await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [seen.agentId]);
    return seen.agentId;
  }

  /**
   * Somebody talks: the chosen agent or another, also in a call that waited in no queue of ours.
   * @param call `agentId` is null when it is nobody of ours; `over` when it is known only at the end of the call
   */
  async answered(
    tx: Tx,
    {
      interactionId,
      agentId,
      over = false,
    }: { interactionId: string; agentId: string | null; over?: boolean },
  ): Promise<void> {
    const presence = agentId ? await lockPresence(tx, agentId) : null;
    const work = await lockWork(tx, { interactionId });
    if (!agentId || !presence) {
      // Somebody outside has the caller: nobody waits any more.
      if (work && work.state !== 'assigned') await moveWork(tx, work, { to: 'done' });
      return;
    }
    if (!work) return afterTaking(tx, presence, over ? DEFAULT_UNITS.call : 0);
    if (work.state === 'assigned' && work.agentId === agentId) return;
    const other = work.state === 'assigned' ? work.agentId : null;
    await moveWork(tx, work, { to: 'assigned', agentId });
    await afterTaking(tx, presence);
    if (other) await afterRelease(tx, other, 0);
  }

  /** A call that was over before its arrival was known: its queue counts it, and nobody's presence changes. */
  async counted(
    tx: Tx,
    call: {
      interactionId: string;
      agentId: string | null;
      answered: boolean;
      abandonedAfterSeconds: number | null;
    },
  ): Promise<void> {
    const arrived = await lockWork(tx, { interactionId: call.interactionId });
    if (!arrived) return;
    if (call.answered && call.agentId) {
      await moveWork(tx, arrived, { to: 'assigned', agentId: call.agentId });
      await moveWork(
        tx,
        { ...arrived, state: 'assigned', agentId: call.agentId, answeredAt: tx.now },
        { to: 'done' },
      );
    } else {
      const gaveUp = !call.answered && call.abandonedAfterSeconds !== null;
      await moveWork(tx, arrived, {
        to: 'done',
        ...(gaveUp && { abandonedAfterSeconds: call.abandonedAfterSeconds! }),
      });
    }
  }

  /**
   * The call is over: its agent wraps up; unanswered, it counts as abandoned.
   * @param call `abandonedAfterSeconds` is null when the caller did not give up (the call was forwarded); `agentId` is
   *   who had it
   */
  async ended(
    tx: Tx,
    call: {
      interactionId: string;
      agentId: string | null;
      answered: boolean;
      abandonedAfterSeconds: number | null;
    },
  ): Promise<void> {
    const [seen] = await tx.query<{ agentId: string | null; wrapUp: number }>(
      `SELECT w.agent_id AS "agentId", q.wrap_up_seconds AS "wrapUp" FROM work w JOIN queue q ON q.id = w.queue_id
        WHERE w.interaction_id = $1 AND w.state <> 'done'`,
      [call.interactionId],
    );
    if (!seen) return this.directEnded(tx, call);
    const presence = seen.agentId ? await lockPresence(tx, seen.agentId) : null;
    const work = await lockWork(tx, { interactionId: call.interactionId });
    if (!work) return;
    const gaveUp = !call.answered && call.abandonedAfterSeconds !== null;
    const abandoned = gaveUp ? { abandonedAfterSeconds: call.abandonedAfterSeconds! } : {};
    await moveWork(tx, work, { to: 'done', ...abandoned });
    if (!work.agentId) return;
    if (call.answered) await this.wrapUp(tx, call.interactionId, work.agentId, seen.wrapUp);
    else if (presence)
      await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [presence.staffId]);
  }

  /** A call that waited in no queue of ours kept its agent busy all the same. */
  private async directEnded(
    tx: Tx,
    {
      interactionId,
      agentId,
      answered,
    }: { interactionId: string; agentId: string | null; answered: boolean },
  ): Promise<void> {
    if (!agentId) return;
    await this.wrapUp(tx, interactionId, agentId, answered ? await this.ownWrapUp(tx, agentId) : 0);
  }

  /** Wrap-up of a call that is no queue's is that of the first queue which its agent serves. */
  private async ownWrapUp(tx: Tx, agentId: string): Promise<number> {
    const [row] = await tx.query<{ seconds: number }>(
      `SELECT q.wrap_up_seconds AS seconds FROM agent_queue a JOIN queue q ON q.id = a.queue_id
        WHERE a.staff_id = $1 ORDER BY q.position, q.id LIMIT 1`,
      [agentId],
    );
    return row?.seconds ?? DIRECT_WRAP_UP_SECONDS;
  }

  /** An agent handed their caller on: they wrap up, and the call waits for whom it was handed to. */
  async handedOn(
    tx: Tx,
    { interactionId, agentId }: { interactionId: string; agentId: string },
  ): Promise<void> {
    const presence = await lockPresence(tx, agentId);
    const work = await lockWork(tx, { interactionId });
    if (work?.state === 'assigned' && work.agentId === agentId) await moveWork(tx, work, { to: 'waiting' });
    await afterRelease(tx, presence.staffId, await this.ownWrapUp(tx, agentId));
  }

  /** Time after the conversation begins to count when wrap-up begins; see presence-store.ts for its end. */
  private async wrapUp(tx: Tx, interactionId: string, agentId: string, seconds: number): Promise<void> {
    if (await afterRelease(tx, agentId, seconds)) beginAfterCallWork(tx, interactionId);
  }

  /** An agent whose telephone rang out is not asked again until they say so. */
  async rangOut(tx: Tx, agentId: string): Promise<void> {
    const presence = await lockPresence(tx, agentId);
    if (presence.state === 'available') {
      await movePresence(tx, presence, { to: 'not_ready', reason: 'no_answer', by: 'system' });
    }
  }

  private async workOf(tx: Tx, call: CallToRoute) {
    const { order, units } = (await this.config.current()).rules;
    return {
      ticketId: null,
      interactionId: call.interactionId,
      queue: call.queue,
      channel: 'phone' as const,
      units: units.call,
      priority: 'high' as const,
      language: call.language,
      urgencyAt: urgencyAt({ priority: 'high', arrivedAt: tx.now, dueAt: null }, order),
      dueAt: null,
      requesterId: call.requesterId,
      care: order.headStarts,
    };
  }
}
