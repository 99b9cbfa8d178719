import { Inject, Injectable } from '@nestjs/common';
import type { QueueRow } from '#wasl/directory';
import { CLOCK, type Clock } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import { afterRelease, afterTaking } from './capacity.js';
import { chooseAgent, type FreeAgent } from './domain/choose-agent.js';
import { DEFAULT_UNITS } from './domain/units.js';
import { urgencyAt } from './domain/urgency.js';
import { lockPresence, movePresence } from './presence-store.js';
import { insertWork, lockWork, moveWork } from './work-store.js';

interface Candidate {
  id: string;
  extension: string;
  idleSince: Date;
  capacity: number;
  held: number;
}

/** A telephone call cannot wait for a round: its agent is chosen while the exchange waits for our answer. */
@Injectable()
export class RouteCall {
  constructor(
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Chooses a free agent with a telephone and reserves them, or lets the call wait in its queue.
   * @returns null when nobody is free
   */
  async arrive(
    tx: Tx,
    call: { interactionId: string; queue: QueueRow; language: string | null; requesterId: string | null },
  ): Promise<{ agentId: string; extension: string } | null> {
    const chosen = await this.choose(tx, call);
    await insertWork(tx, {
      ticketId: null,
      interactionId: call.interactionId,
      queue: call.queue,
      channel: 'phone',
      units: DEFAULT_UNITS.call,
      priority: 'high',
      language: call.language,
      urgencyAt: urgencyAt({ priority: 'high', arrivedAt: tx.now, dueAt: null }),
      state: chosen ? 'offered' : 'waiting',
      agentId: chosen?.id ?? null,
    });
    if (!chosen) return null;
    await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [chosen.id]);
    return { agentId: chosen.id, extension: chosen.extension };
  }

  /** The call was answered, by the chosen agent or another. */
  async answered(
    tx: Tx,
    { interactionId, agentId }: { interactionId: string; agentId: string | null },
  ): Promise<void> {
    const presence = agentId ? await lockPresence(tx, agentId) : null;
    const work = await lockWork(tx, { interactionId });
    if (!work || !agentId || !presence) return;
    if (work.state === 'assigned' && work.agentId === agentId) return;
    const other = work.state === 'assigned' ? work.agentId : null;
    await moveWork(tx, work, { to: 'assigned', agentId });
    await afterTaking(tx, presence);
    if (other) await afterRelease(tx, other, 0);
  }

  /**
   * The call is over: its agent wraps up; unanswered, it counts as abandoned.
   * @param call `abandonedAfterSeconds` is null when the caller did not give up (the call was forwarded)
   */
  async ended(
    tx: Tx,
    call: { interactionId: string; answered: boolean; abandonedAfterSeconds: number | null },
  ): Promise<void> {
    const [seen] = await tx.query<{ agentId: string | null; wrapUp: number }>(
      `SELECT w.agent_id AS "agentId", q.wrap_up_seconds AS "wrapUp" FROM work w JOIN queue q ON q.id = w.queue_id
        WHERE w.interaction_id = $1 AND w.state <> 'done'`,
      [call.interactionId],
    );
    if (!seen) return;
    const presence = seen.agentId ? await lockPresence(tx, seen.agentId) : null;
    const work = await lockWork(tx, { interactionId: call.interactionId });
    if (!work) return;
    const gaveUp = !call.answered && call.abandonedAfterSeconds !== null;
    const abandoned = gaveUp ? { abandonedAfterSeconds: call.abandonedAfterSeconds! } : {};
    await moveWork(tx, work, { to: 'done', ...abandoned });
    if (!work.agentId) return;
    if (call.answered) await afterRelease(tx, work.agentId, seen.wrapUp);
    else if (presence)
      await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [presence.staffId]);
  }

  /** An agent whose telephone rang out is not asked again until they say so. */
  async rangOut(tx: Tx, agentId: string): Promise<void> {
    const presence = await lockPresence(tx, agentId);
    if (presence.state === 'available') {
      await movePresence(tx, presence, { to: 'not_ready', reason: 'no_answer', by: 'system' });
    }
  }

  private async choose(
    tx: Tx,
    call: { interactionId: string; queue: QueueRow; language: string | null },
  ): Promise<Candidate | null> {
    const profiles = await this.profiles.all();
    const { rules, languages } = await this.profiles.requirements();
    const inQueue = [...profiles]
      .filter(([, profile]) => profile.queueIds.has(call.queue.id))
      .map(([id]) => id);
    // Written work can be laid aside for a call, so only live work counts here.
    // Locked agents are being given other work at this moment: they are passed over rather than waited for.
    const rows = await tx.query<Candidate>(
      `SELECT p.staff_id AS id, s.extension, p.idle_since AS "idleSince", s.capacity_units AS capacity,
              (SELECT coalesce(sum(units), 0)::int FROM work w WHERE w.agent_id = p.staff_id
                  AND w.state IN ('offered', 'assigned') AND w.interaction_id IS NOT NULL) AS held
         FROM presence p JOIN staff s ON s.id = p.staff_id
        WHERE p.state = 'available' AND s.extension IS NOT NULL AND s.disabled_at IS NULL
          AND p.staff_id = ANY($1::uuid[])
          AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.agent_id = p.staff_id AND o.state = 'made')
        ORDER BY p.staff_id FOR UPDATE OF p SKIP LOCKED`,
      [inQueue],
    );
    const now = this.clock.now();
    const agents: FreeAgent[] = rows.map((row) => ({
      id: row.id,
      queueIds: profiles.get(row.id)!.queueIds,
      skills: profiles.get(row.id)!.skills,
      freeUnits: row.capacity - row.held,
      idleSeconds: (now.getTime() - row.idleSince.getTime()) / 1000,
    }));
    const choice = chooseAgent(
      {
        id: call.interactionId,
        queueId: call.queue.id,
        units: DEFAULT_UNITS.call,
        priority: 'high',
        language: call.language && languages.has(call.language) ? call.language : null,
        skills: {},
        waitedSeconds: 0,
        stickyAgentId: null,
        declinedBy: [],
      },
      agents,
      rules,
    );
    return choice ? rows.find((row) => row.id === choice.agentId)! : null;
  }
}
