import { Inject, Injectable } from '@nestjs/common';
import type { QueueRow } from '#wasl/directory';
import { beginAfterCallWork } from '#wasl/interactions';
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
  version: number;
  idleSince: Date;
  capacity: number;
  held: number;
}

/** A call that must be routed, or that the exchange distributes itself. */
export interface CallToRoute {
  interactionId: string;
  queue: QueueRow;
  language: string | null;
  requesterId: string | null;
}
export interface ReservedAgent {
  agentId: string;
  extension: string;
}

/** How often the list of free agents is read again when all in it were taken meanwhile. */
const READINGS = 4;
/** Wrap-up after a call of no queue of ours, when its agent serves none either. */
const DIRECT_WRAP_UP_SECONDS = 30;

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
  async arrive(tx: Tx, call: CallToRoute): Promise<ReservedAgent | null> {
    const chosen = await this.reserve(tx, call, { waitedSeconds: 0, declinedBy: [] });
    await insertWork(tx, {
      ...workOf(tx, call),
      state: chosen ? 'offered' : 'waiting',
      agentId: chosen?.id ?? null,
    });
    return chosen && { agentId: chosen.id, extension: chosen.extension };
  }

  /** A call that needs no agent of our choice, because the exchange chooses or it is known too late: it counts. */
  async note(tx: Tx, call: CallToRoute): Promise<void> {
    await insertWork(tx, { ...workOf(tx, call), state: 'waiting', agentId: null });
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
    const chosen = await this.reserve(tx, call, { waitedSeconds, declinedBy: seen.declinedBy });
    if (!chosen) return null;
    const work = await lockWork(tx, { interactionId: call.interactionId });
    if (work?.state !== 'waiting') return null;
    await moveWork(tx, work, { to: 'offered', agentId: chosen.id });
    return { agentId: chosen.id, extension: chosen.extension };
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

  /**
   * Takes the best free agent. Whoever is being given other work at this moment is passed over rather than waited for;
   * only when nobody else is left are the agents read again, so that calls that come at once find one agent each.
   */
  private async reserve(tx: Tx, call: CallToRoute, soFar: SoFar): Promise<Candidate | null> {
    for (let reading = 1; reading <= READINGS; reading++) {
      const free = await this.freeAgents(tx, call.queue.id);
      const passedOver = new Set<string>();
      for (;;) {
        const chosen = await this.choose(
          call,
          soFar,
          free.filter(({ id }) => !passedOver.has(id)),
        );
        if (!chosen && passedOver.size === 0) return null;
        if (!chosen) break;
        if (await take(tx, chosen, reading === READINGS)) return chosen;
        passedOver.add(chosen.id);
      }
    }
    return null;
  }

  private async freeAgents(tx: Tx, queueId: string): Promise<Candidate[]> {
    const inQueue = [...(await this.profiles.all())]
      .filter(([, profile]) => profile.queueIds.has(queueId))
      .map(([id]) => id);
    // Written work can be laid aside for a call, so only live work counts here.
    return tx.query<Candidate>(
      `SELECT p.staff_id AS id, s.extension, p.version, p.idle_since AS "idleSince", s.capacity_units AS capacity,
              (SELECT coalesce(sum(units), 0)::int FROM work w WHERE w.agent_id = p.staff_id
                  AND w.state IN ('offered', 'assigned') AND w.interaction_id IS NOT NULL) AS held
         FROM presence p JOIN staff s ON s.id = p.staff_id
        WHERE p.state = 'available' AND s.extension IS NOT NULL AND s.disabled_at IS NULL
          AND p.staff_id = ANY($1::uuid[])
          AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.agent_id = p.staff_id AND o.state = 'made')`,
      [inQueue],
    );
  }

  private async choose(call: CallToRoute, soFar: SoFar, free: Candidate[]): Promise<Candidate | null> {
    const profiles = await this.profiles.all();
    const { rules, languages } = await this.profiles.requirements();
    const now = this.clock.now();
    const agents: FreeAgent[] = free.map((row) => ({
      id: row.id,
      queueIds: profiles.get(row.id)?.queueIds ?? new Set<string>(),
      skills: profiles.get(row.id)?.skills ?? {},
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
        stickyAgentId: null,
        ...soFar,
      },
      agents,
      rules,
    );
    return choice ? free.find((row) => row.id === choice.agentId)! : null;
  }
}

/** How far the routing of a call has come. */
interface SoFar {
  waitedSeconds: number;
  declinedBy: string[];
}

function workOf(tx: Tx, call: CallToRoute) {
  return {
    ticketId: null,
    interactionId: call.interactionId,
    queue: call.queue,
    channel: 'phone' as const,
    units: DEFAULT_UNITS.call,
    priority: 'high' as const,
    language: call.language,
    urgencyAt: urgencyAt({ priority: 'high', arrivedAt: tx.now, dueAt: null }),
  };
}

/** Whoever gives an agent work raises their version, so one that is as it was read has been given none. */
async function take(tx: Tx, agent: Candidate, patiently: boolean): Promise<boolean> {
  const [row] = await tx.query(
    `UPDATE presence SET version = version + 1
      WHERE staff_id = (SELECT staff_id FROM presence WHERE staff_id = $1 AND version = $2 AND state = 'available'
                         FOR UPDATE ${patiently ? '' : 'SKIP LOCKED'})
        AND version = $2 RETURNING staff_id`,
    [agent.id, agent.version],
  );
  return row !== undefined;
}
