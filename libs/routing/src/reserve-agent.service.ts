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
  HELD_WORK,
  limitedPerAgent,
  type ReadAgent,
  toFreeAgent,
} from './round-reader.js';
import { keepRound, packRecord } from './round-store.js';
import { type CurrentRouting, reachable, RoutingConfig } from './routing-config.service.js';
import { whoKnows } from './work-store.js';

type Candidate = ReadAgent & { extension: string };
/** Who was chosen, and the record of the choice. */
export interface Chosen extends Choice, ReservedAgent {
  roundId: string;
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

/** How far the routing of a call has come. */
export interface SoFar {
  waitedSeconds: number;
  declinedBy: string[];
}

/** How often the list of free agents is read again when all in it were taken meanwhile. */
const READINGS = 4;

/** Finds whom a call can be put through to, and keeps others from giving them work meanwhile. */
@Injectable()
export class ReserveAgent {
  constructor(
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes the best free agent. Whoever is being given other work at this moment is passed over rather than waited for;
   * only when nobody else is left are the agents read again, so that calls that come at once find one agent each.
   */
  async reserve(tx: Tx, call: CallToRoute, soFar: SoFar): Promise<Chosen | null> {
    const routing = await this.config.current();
    if (await isFull(tx, call.queue, routing)) return null;
    const work = await this.asWaiting(tx, call, soFar, routing);
    for (let reading = 1; reading <= READINGS; reading++) {
      const free = await this.freeAgents(tx, call.queue.id, routing);
      const passedOver = new Set<string>();
      for (;;) {
        const left = free.filter(({ id }) => !passedOver.has(id));
        const choice = chooseAgent(work, left, routing.round);
        if (!choice && passedOver.size === 0) return null;
        if (!choice) break;
        const agent = left.find(({ id }) => id === choice.agentId)!;
        if (await take(tx, agent, reading === READINGS))
          return this.keep(tx, call, work, choice, left, routing);
        passedOver.add(agent.id);
      }
    }
    return null;
  }

  /** Keeps what the choice was made from, so that it can be explained and repeated. */
  private async keep(
    tx: Tx,
    call: CallToRoute,
    work: WaitingWork,
    choice: Choice,
    agents: Candidate[],
    { round, version }: CurrentRouting,
  ): Promise<Chosen> {
    const roundId = uuidv7(tx.now.getTime());
    const record = await packRecord(recordRound([{ ...choice, workId: work.id }], [work], agents, round));
    keepRound(tx, { id: roundId, pool: call.queue.pool, rulesVersion: version, record });
    const { extension } = agents.find(({ id }) => id === choice.agentId)!;
    return { ...choice, extension, roundId };
  }

  private async freeAgents(tx: Tx, queueId: string, routing: CurrentRouting): Promise<Candidate[]> {
    const profiles = await this.profiles.all();
    const able = [...profiles].filter(([, one]) => reachable([queueId], routing.round, [one]).length > 0);
    const rows = await tx.query<AgentRow & { extension: string }>(
      `SELECT ${AGENT_COLUMNS}, s.extension
         FROM presence p JOIN staff s ON s.id = p.staff_id ${HELD_WORK}
        WHERE p.state = 'available' AND s.extension IS NOT NULL AND s.disabled_at IS NULL
          AND p.staff_id = ANY($2::uuid[])
          AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.agent_id = p.staff_id AND o.state = 'made')`,
      [limitedPerAgent([{ id: queueId }], routing.round), able.map(([id]) => id)],
    );
    const now = this.clock.now();
    return rows.map((row) => ({
      ...toFreeAgent(row, profiles.get(row.id)!, routing, now),
      extension: row.extension,
    }));
  }

  private async asWaiting(
    tx: Tx,
    call: CallToRoute,
    soFar: SoFar,
    { rules }: CurrentRouting,
  ): Promise<WaitingWork> {
    const languages = await this.profiles.languages();
    const known = await whoKnows(tx, call.requesterId);
    return {
      id: call.interactionId,
      queueId: call.queue.id,
      kind: 'call',
      units: rules.units.call,
      interrupts: true,
      priority: 'high',
      language: call.language && languages.has(call.language) ? call.language : null,
      skills: {},
      stickyAgentId: known?.agentId ?? null,
      stickyFor: 'requester',
      vip: known?.vip ?? false,
      vulnerable: known?.vulnerable ?? false,
      ...soFar,
    };
  }
}

/** With a limit for all agents together: counted under the lock of the count, so that no round adds to it meanwhile. */
async function isFull(tx: Tx, queue: QueueRow, { round }: CurrentRouting): Promise<boolean> {
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
