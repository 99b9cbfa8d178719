import { Inject, Injectable } from '@nestjs/common';
import type { QueueRow } from '#wasl/directory';
import { CLOCK, type Clock, uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import { type Choice, chooseAgent, type WaitingWork } from './domain/choose-agent.js';
import { recordRound } from './domain/round-record.js';
import {
  AGENT_COLUMNS,
  type AgentRow,
  HELD_WORK_JOIN,
  queuesLimitedPerAgent,
  type AgentSnapshot,
  toFreeAgent,
} from './round-reader.js';
import { saveRound, compressRecord } from './round-store.js';
import { type CurrentRouting, servableQueueIds, RoutingConfig } from './routing-config.service.js';
import { lastAgentFor } from './work-store.js';

type Candidate = AgentSnapshot & { extension: string };
/** The agent chosen for a call, and the record of the choice. */
export interface ReservedChoice extends Choice, ReservedAgent {
  roundId: string;
}

/** A call that we route, or that the telephone exchange distributes itself. */
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

/** How long a call has waited, and who declined it. */
export interface CallWaitState {
  waitedSeconds: number;
  declinedBy: string[];
}

/** How often free agents are read again when all of them were taken meanwhile. */
const MAX_READS = 4;

/** Finds a free agent for a call and reserves them, so that no other work is given to them meanwhile. */
@Injectable()
export class ReserveAgent {
  constructor(
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reserves the best free agent. Agents locked by another transaction are skipped. Only when no other agent is left
   * are they read again, so that simultaneous calls find one agent each.
   */
  async reserve(tx: Tx, call: CallToRoute, soFar: CallWaitState): Promise<ReservedChoice | null> {
    const routing = await this.config.current();
    if (await hasReachedTotalLimit(tx, call.queue, routing)) return null;
    const work = await this.toWaitingWork(tx, call, soFar, routing);
    for (let attempt = 1; attempt <= MAX_READS; attempt++) {
      const free = await this.freeAgents(tx, call.queue.id, routing);
      const skipped = new Set<string>();
      for (;;) {
        const left = free.filter(({ id }) => !skipped.has(id));
        const choice = chooseAgent(work, left, routing.round);
        if (!choice && skipped.size === 0) return null;
        if (!choice) break;
        const agent = left.find(({ id }) => id === choice.agentId)!;
        if (await tryReserve(tx, agent, attempt === MAX_READS))
          return this.saveChoice(tx, call, work, choice, left, routing);
        skipped.add(agent.id);
      }
    }
    return null;
  }

  /** Stores the inputs of the choice, so that it can be explained and replayed. */
  private async saveChoice(
    tx: Tx,
    call: CallToRoute,
    work: WaitingWork,
    choice: Choice,
    agents: Candidate[],
    { round, version }: CurrentRouting,
  ): Promise<ReservedChoice> {
    const roundId = uuidv7(tx.now.getTime());
    const record = await compressRecord(recordRound([{ ...choice, workId: work.id }], [work], agents, round));
    saveRound(tx, { id: roundId, pool: call.queue.pool, rulesVersion: version, record });
    const { extension } = agents.find(({ id }) => id === choice.agentId)!;
    return { ...choice, extension, roundId };
  }

  private async freeAgents(tx: Tx, queueId: string, routing: CurrentRouting): Promise<Candidate[]> {
    const profiles = await this.profiles.all();
    const servable = [...profiles].filter(
      ([, one]) => servableQueueIds([queueId], routing.round, [one]).length > 0,
    );
    const rows = await tx.query<AgentRow & { extension: string }>(
      `SELECT ${AGENT_COLUMNS}, s.extension
         FROM presence p JOIN staff s ON s.id = p.staff_id ${HELD_WORK_JOIN}
        WHERE p.state = 'available' AND s.extension IS NOT NULL AND s.disabled_at IS NULL
          AND p.staff_id = ANY($2::uuid[])
          AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.agent_id = p.staff_id AND o.state = 'made')`,
      [queuesLimitedPerAgent([{ id: queueId }], routing.round), servable.map(([id]) => id)],
    );
    const now = this.clock.now();
    return rows.map((row) => ({
      ...toFreeAgent(row, profiles.get(row.id)!, routing, now),
      extension: row.extension,
    }));
  }

  private async toWaitingWork(
    tx: Tx,
    call: CallToRoute,
    soFar: CallWaitState,
    { rules }: CurrentRouting,
  ): Promise<WaitingWork> {
    const languages = await this.profiles.languages();
    const requester = await lastAgentFor(tx, call.requesterId);
    return {
      id: call.interactionId,
      queueId: call.queue.id,
      kind: 'call',
      units: rules.units.call,
      interrupts: true,
      priority: 'high',
      language: call.language && languages.has(call.language) ? call.language : null,
      skills: {},
      stickyAgentId: requester?.agentId ?? null,
      stickyFor: 'requester',
      vip: requester?.vip ?? false,
      vulnerable: requester?.vulnerable ?? false,
      ...soFar,
    };
  }
}

/** For a total limit: counts under the lock of the queue's guard row, so that no round adds work meanwhile. */
async function hasReachedTotalLimit(tx: Tx, queue: QueueRow, { round }: CurrentRouting): Promise<boolean> {
  const { total } = (round.queues.get(queue.id) ?? round.defaults).limits;
  if (total === null) return false;
  await tx.query(
    `INSERT INTO queue_guard (queue_id) VALUES ($1)
     ON CONFLICT (queue_id) DO UPDATE SET version = queue_guard.version + 1`,
    [queue.id],
  );
  const [row] = await tx.query<{ held: number }>(
    `SELECT count(*)::int AS held FROM work WHERE queue_id = $1 AND state IN ('offered', 'assigned')`,
    [queue.id],
  );
  return row!.held >= total;
}

/** Giving an agent work raises their version, so an unchanged version means that they were given none. */
async function tryReserve(tx: Tx, agent: Candidate, waitForLock: boolean): Promise<boolean> {
  const [row] = await tx.query(
    `UPDATE presence SET version = version + 1
      WHERE staff_id = (SELECT staff_id FROM presence WHERE staff_id = $1 AND version = $2 AND state = 'available'
                         FOR UPDATE ${waitForLock ? '' : 'SKIP LOCKED'})
        AND version = $2 RETURNING staff_id`,
    [agent.id, agent.version],
  );
  return row !== undefined;
}
