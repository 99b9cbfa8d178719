import { Inject, Injectable } from '@nestjs/common';
import type { Priority } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import { addMs, CLOCK, type Clock, seconds, uuidv7 } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import type { FreeAgent, WaitingWork } from './domain/choose-agent.js';
import { type Assignment, routeRound } from './domain/route-round.js';

/** More than every agent of a nation; the rest waits for the next round. */
const MOST_WAITING = 5_000;

interface AgentRow {
  id: string;
  version: number;
  idleSince: Date;
  capacity: number;
  held: number;
}
interface WorkRowWaiting {
  id: string;
  version: number;
  queueId: string;
  units: number;
  priority: Priority;
  language: string | null;
  waitingSince: Date;
  stickyAgentId: string | null;
  declinedBy: string[];
}

/** Offers waiting work to the agents best able to take it. */
@Injectable()
export class Router {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One round over a pool: reads, decides in memory, writes all offers in one statement. Rounds may run at once in
   * several processes: the statement takes only agents and work that are still as they were read.
   * @returns how many offers were made
   */
  async round(pool: string): Promise<number> {
    const agents = await this.freeAgents();
    if (agents.length === 0) return 0;
    const queueIds = [...new Set(agents.flatMap((agent) => [...agent.queueIds]))];
    const waiting = await this.waitingWork(pool, queueIds);
    if (waiting.length === 0) return 0;
    const { rules } = await this.profiles.requirements();
    const assignments = routeRound(waiting, agents, rules);
    if (assignments.length === 0) return 0;
    return this.work.run((tx) => this.write(tx, assignments, waiting, agents));
  }

  private async freeAgents(): Promise<(FreeAgent & { version: number })[]> {
    const now = this.clock.now();
    const [rows, profiles] = await Promise.all([
      this.database.query<AgentRow>(
        `SELECT p.staff_id AS id, p.version, p.idle_since AS "idleSince", s.capacity_units AS capacity,
                coalesce(sum(w.units), 0)::int AS held
           FROM presence p JOIN staff s ON s.id = p.staff_id AND s.disabled_at IS NULL
           LEFT JOIN work w ON w.agent_id = p.staff_id AND w.state IN ('offered', 'assigned')
          WHERE p.state = 'available'
            AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.agent_id = p.staff_id AND o.state = 'made')
          GROUP BY p.staff_id, s.capacity_units`,
      ),
      this.profiles.all(),
    ]);
    return rows
      .filter((row) => row.held < row.capacity)
      .map((row) => ({
        id: row.id,
        version: row.version,
        queueIds: profiles.get(row.id)?.queueIds ?? new Set<string>(),
        skills: profiles.get(row.id)?.skills ?? {},
        freeUnits: row.capacity - row.held,
        idleSeconds: Math.max(0, (now.getTime() - row.idleSince.getTime()) / 1000),
      }));
  }

  private async waitingWork(
    pool: string,
    queueIds: string[],
  ): Promise<(WaitingWork & { version: number })[]> {
    const now = this.clock.now();
    const [rows, { languages }] = await Promise.all([
      this.database.query<WorkRowWaiting>(
        `SELECT id, version, queue_id AS "queueId", units, priority, language, waiting_since AS "waitingSince",
                sticky_agent_id AS "stickyAgentId", declined_by AS "declinedBy"
           FROM work WHERE pool = $1 AND state = 'waiting' AND queue_id = ANY($2::uuid[]) AND ticket_id IS NOT NULL
          ORDER BY urgency_at, id LIMIT $3`,
        [pool, queueIds, MOST_WAITING],
      ),
      this.profiles.requirements(),
    ]);
    return rows.map((row) => ({
      ...row,
      // A language that nobody is rated in cannot be asked for.
      language: row.language && languages.has(row.language) ? row.language : null,
      skills: {},
      waitedSeconds: Math.max(0, (now.getTime() - row.waitingSince.getTime()) / 1000),
    }));
  }

  private async write(
    tx: Tx,
    assignments: Assignment[],
    waiting: (WaitingWork & { version: number })[],
    agents: (FreeAgent & { version: number })[],
  ): Promise<number> {
    const works = new Map(waiting.map((work) => [work.id, work]));
    const people = new Map(agents.map((agent) => [agent.id, agent]));
    const queues = new Map((await this.catalogue.queues()).map((queue) => [queue.id, queue]));
    const rows = assignments.map((assignment) => {
      const work = works.get(assignment.workId)!;
      const queue = queues.get(work.queueId)!;
      return {
        ...assignment,
        offerId: uuidv7(tx.now.getTime()),
        workVersion: work.version,
        agentVersion: people.get(assignment.agentId)!.version,
        expiresAt: addMs(tx.now, seconds(queue.offerSeconds)),
        queue,
      };
    });
    const made = await tx.query<{ id: string }>(WRITE_OFFERS, [
      rows.map((row) => row.offerId),
      rows.map((row) => row.workId),
      rows.map((row) => row.workVersion),
      rows.map((row) => row.agentId),
      rows.map((row) => row.agentVersion),
      rows.map((row) => row.expiresAt),
      rows.map((row) => JSON.stringify(row.why)),
      tx.now,
    ]);
    const ids = new Set(made.map((row) => row.id));
    for (const row of rows.filter((candidate) => ids.has(candidate.offerId))) {
      const { key, pool } = row.queue;
      tx.emit('offer.made', {
        offerId: row.offerId,
        agentId: row.agentId,
        queue: key,
        expiresAt: row.expiresAt.toISOString(),
      });
      tx.emit('work.changed', {
        workId: row.workId,
        queue: key,
        pool,
        from: 'waiting',
        to: 'offered',
        agentId: row.agentId,
      });
    }
    return made.length;
  }
}

/**
 * Agents are locked first, in order, and only if nothing about them changed since they were read (every taking of work
 * raises their version); then the work, if it still waits unchanged. What fails either test drops out of the round.
 */
const WRITE_OFFERS = `
WITH plan AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::int[], $6::timestamptz[], $7::jsonb[])
    AS t (offer_id, work_id, work_version, agent_id, agent_version, expires_at, why)
), agents AS (
  SELECT p.staff_id FROM presence p JOIN plan ON plan.agent_id = p.staff_id
   WHERE p.state = 'available' AND p.version = plan.agent_version ORDER BY p.staff_id FOR UPDATE OF p
), taken AS (
  UPDATE work w SET state = 'offered', agent_id = plan.agent_id, version = w.version + 1
    FROM plan JOIN agents ON agents.staff_id = plan.agent_id
   WHERE w.id = plan.work_id AND w.version = plan.work_version AND w.state = 'waiting'
  RETURNING w.id, w.queue_id
), raised AS (
  UPDATE presence p SET version = p.version + 1
    FROM plan JOIN taken ON taken.id = plan.work_id WHERE p.staff_id = plan.agent_id
)
INSERT INTO offer (id, work_id, agent_id, queue_id, state, made_at, expires_at, why)
SELECT plan.offer_id, plan.work_id, plan.agent_id, taken.queue_id, 'made', $8, plan.expires_at, plan.why
  FROM plan JOIN taken ON taken.id = plan.work_id
RETURNING id`;
