import { Inject, Injectable } from '@nestjs/common';
import type { QueueRow } from '#wasl/directory';
import { beginAfterCallWork } from '#wasl/interactions';
import type { Tx } from '#wasl/platform';
import { onWorkReleased, onWorkTaken } from './capacity.js';
import type { ClosedCalls } from './domain/routing-rules.js';
import { DEFAULT_UNITS } from './domain/units.js';
import { urgencyAt } from './domain/urgency.js';
import { lockPresence, movePresence } from './presence-store.js';
import { QueueHours } from './queue-hours.service.js';
import { type CallToRoute, ReserveAgent, type ReservedAgent } from './reserve-agent.service.js';
import { RoutingConfig } from './routing-config.service.js';
import { insertWorkItem, lockWorkItem, transitionWorkItem } from './work-store.js';

/** Wrap-up time after a call through no queue, when its agent serves no queue either. */
const DIRECT_WRAP_UP_SECONDS = 30;

/** A telephone call cannot wait for a round: its agent is chosen while the exchange waits for the answer. */
@Injectable()
export class RouteCall {
  constructor(
    @Inject(ReserveAgent) private readonly agents: ReserveAgent,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(QueueHours) private readonly hours: QueueHours,
  ) {}

  /** What happens to a call that arrives while its queue is closed. @returns null when the queue is open */
  async closedAction(queue: Pick<QueueRow, 'id'>, at: Date): Promise<ClosedCalls | null> {
    const settings = (await this.config.current()).settings.get(queue.id);
    return this.hours.isOpen(settings, at) ? null : settings!.hours.calls;
  }

  /**
   * Chooses and reserves a free agent with a telephone; otherwise the call waits in its queue.
   * @returns null when no agent is free
   */
  async onArrival(tx: Tx, call: CallToRoute): Promise<ReservedAgent | null> {
    const chosen = await this.agents.reserve(tx, call, { waitedSeconds: 0, declinedBy: [] });
    await insertWorkItem(tx, {
      ...(await this.newWorkItem(tx, call)),
      state: chosen ? 'offered' : 'waiting',
      agentId: chosen?.agentId ?? null,
      why: chosen?.why,
      roundId: chosen?.roundId,
    });
    return chosen && { agentId: chosen.agentId, extension: chosen.extension };
  }

  /** Counts a call for which we choose no agent, because the exchange does or the call is already over. */
  async recordArrival(tx: Tx, call: CallToRoute): Promise<void> {
    await insertWorkItem(tx, { ...(await this.newWorkItem(tx, call)), state: 'waiting', agentId: null });
  }

  /** Tries again for a waiting call. @returns null when no agent is free, or the call no longer waits */
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
    const work = await lockWorkItem(tx, { interactionId: call.interactionId });
    if (work?.state !== 'waiting') return null;
    await transitionWorkItem(tx, work, { to: 'offered', agentId: chosen.agentId });
    const why = JSON.stringify(chosen.why);
    tx.send('UPDATE work SET why = $2, round_id = $3 WHERE id = $1', [work.id, why, chosen.roundId]);
    return { agentId: chosen.agentId, extension: chosen.extension };
  }

  /** Releases the agent reserved for a call that was not answered; the call waits again. @returns the agent */
  async release(tx: Tx, interactionId: string): Promise<string | null> {
    const [seen] = await tx.query<{ agentId: string }>(
      `SELECT agent_id AS "agentId" FROM work WHERE interaction_id = $1 AND state = 'offered'`,
      [interactionId],
    );
    if (!seen) return null;
    await lockPresence(tx, seen.agentId);
    const work = await lockWorkItem(tx, { interactionId });
    if (work?.state !== 'offered' || work.agentId !== seen.agentId) return null;
    await transitionWorkItem(tx, work, { to: 'waiting' });
    await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [seen.agentId]);
    return seen.agentId;
  }

  /**
   * The call was answered, by the chosen agent or another; also for a call that waited in none of our queues.
   * @param call `agentId` is null when the answering party is not an agent; `over` when this is reported at the end of
   *   the call
   */
  async onAnswered(
    tx: Tx,
    {
      interactionId,
      agentId,
      over = false,
    }: { interactionId: string; agentId: string | null; over?: boolean },
  ): Promise<void> {
    const presence = agentId ? await lockPresence(tx, agentId) : null;
    const work = await lockWorkItem(tx, { interactionId });
    if (!agentId || !presence) {
      // Somebody outside has answered: the call no longer waits.
      if (work && work.state !== 'assigned') await transitionWorkItem(tx, work, { to: 'done' });
      return;
    }
    if (!work) return onWorkTaken(tx, presence, over ? DEFAULT_UNITS.call : 0);
    if (work.state === 'assigned' && work.agentId === agentId) return;
    const previousAgentId = work.state === 'assigned' ? work.agentId : null;
    await transitionWorkItem(tx, work, { to: 'assigned', agentId });
    await onWorkTaken(tx, presence);
    if (previousAgentId) await onWorkReleased(tx, previousAgentId, 0);
  }

  /** A call that ended before its arrival was reported: it is counted, and no presence changes. */
  async recordFinished(
    tx: Tx,
    call: {
      interactionId: string;
      agentId: string | null;
      answered: boolean;
      abandonedAfterSeconds: number | null;
    },
  ): Promise<void> {
    const arrived = await lockWorkItem(tx, { interactionId: call.interactionId });
    if (!arrived) return;
    if (call.answered && call.agentId) {
      await transitionWorkItem(tx, arrived, { to: 'assigned', agentId: call.agentId });
      await transitionWorkItem(
        tx,
        { ...arrived, state: 'assigned', agentId: call.agentId, answeredAt: tx.now },
        { to: 'done' },
      );
    } else {
      const gaveUp = !call.answered && call.abandonedAfterSeconds !== null;
      await transitionWorkItem(tx, arrived, {
        to: 'done',
        ...(gaveUp && { abandonedAfterSeconds: call.abandonedAfterSeconds! }),
      });
    }
  }

  /**
   * The call has ended: its agent wraps up; an unanswered call counts as abandoned.
   * @param call `abandonedAfterSeconds` is null when the caller did not hang up (the call was forwarded); `agentId` is
   *   who had it
   */
  async onEnded(
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
    if (!seen) return this.onDirectCallEnded(tx, call);
    const presence = seen.agentId ? await lockPresence(tx, seen.agentId) : null;
    const work = await lockWorkItem(tx, { interactionId: call.interactionId });
    if (!work) return;
    const gaveUp = !call.answered && call.abandonedAfterSeconds !== null;
    const abandoned = gaveUp ? { abandonedAfterSeconds: call.abandonedAfterSeconds! } : {};
    await transitionWorkItem(tx, work, { to: 'done', ...abandoned });
    if (!work.agentId) return;
    if (call.answered) await this.wrapUp(tx, call.interactionId, work.agentId, seen.wrapUp);
    else if (presence)
      await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [presence.staffId]);
  }

  /** A call through none of our queues also kept its agent busy. */
  private async onDirectCallEnded(
    tx: Tx,
    {
      interactionId,
      agentId,
      answered,
    }: { interactionId: string; agentId: string | null; answered: boolean },
  ): Promise<void> {
    if (!agentId) return;
    await this.wrapUp(
      tx,
      interactionId,
      agentId,
      answered ? await this.defaultWrapUpSeconds(tx, agentId) : 0,
    );
  }

  /** A call through no queue uses the wrap-up time of the first queue that its agent serves. */
  private async defaultWrapUpSeconds(tx: Tx, agentId: string): Promise<number> {
    const [row] = await tx.query<{ seconds: number }>(
      `SELECT q.wrap_up_seconds AS seconds FROM agent_queue a JOIN queue q ON q.id = a.queue_id
        WHERE a.staff_id = $1 ORDER BY q.position, q.id LIMIT 1`,
      [agentId],
    );
    return row?.seconds ?? DIRECT_WRAP_UP_SECONDS;
  }

  /** An agent transferred the caller: the agent wraps up, and the call waits for the transfer target. */
  async onTransfer(
    tx: Tx,
    { interactionId, agentId }: { interactionId: string; agentId: string },
  ): Promise<void> {
    const presence = await lockPresence(tx, agentId);
    const work = await lockWorkItem(tx, { interactionId });
    if (work?.state === 'assigned' && work.agentId === agentId)
      await transitionWorkItem(tx, work, { to: 'waiting' });
    await onWorkReleased(tx, presence.staffId, await this.defaultWrapUpSeconds(tx, agentId));
  }

  /** After-call work starts with wrap-up; see presence-store.ts for its end. */
  private async wrapUp(tx: Tx, interactionId: string, agentId: string, seconds: number): Promise<void> {
    if (await onWorkReleased(tx, agentId, seconds)) beginAfterCallWork(tx, interactionId);
  }

  /** An agent whose telephone was not answered gets no more work until they make themselves available again. */
  async onRingNoAnswer(tx: Tx, agentId: string): Promise<void> {
    const presence = await lockPresence(tx, agentId);
    if (presence.state === 'available') {
      await movePresence(tx, presence, { to: 'not_ready', reason: 'no_answer', by: 'system' });
    }
  }

  private async newWorkItem(tx: Tx, call: CallToRoute) {
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
      headStarts: order.headStarts,
    };
  }
}
