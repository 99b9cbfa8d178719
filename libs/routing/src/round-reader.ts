import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Priority } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import { CLOCK, type Clock, isInReaderGroups } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import type { FreeAgent, StickyFor, WaitingWork } from './domain/choose-agent.js';
import { type RoundRules, rulesOf } from './domain/queue-rules.js';
import type { TruncatedSegment } from './domain/reading-depth.js';
import { QueueHours } from './queue-hours.service.js';
import { WAITING_WORK, WAITING_WORK_BY_SERVICE } from './waiting-work-sql.js';
import { type CurrentRouting, profileOf, servableQueueIds, RoutingConfig } from './routing-config.service.js';

export type AgentSnapshot = FreeAgent & { version: number };
export type WorkSnapshot = WaitingWork & { version: number };
/** The free agents of a round, and where the work is that they may take. */
export interface RoundContext {
  routing: CurrentRouting;
  agents: AgentSnapshot[];
  queueIds: string[];
  /** assigned and offered work, and the version of the guard row, by queue with a total limit */
  held: Map<string, number>;
  guards: Map<string, number>;
  /** the groups of each restricted service, by its id */
  restricted: ReadonlyMap<string, readonly string[]>;
}
/** Everything a round decides from. */
export interface RoundInput extends RoundContext {
  waiting: WorkSnapshot[];
  /** segments of waiting work that were not read to the end */
  truncated: TruncatedSegment[];
}

/** Reads the inputs of a round. */
@Injectable()
export class RoundReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(QueueHours) private readonly hours: QueueHours,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns null when there is no free agent, or no queue that they may serve */
  async readContext(pool: string): Promise<RoundContext | null> {
    const routing = await this.config.current();
    const queues = (await this.catalogue.queues()).filter((queue) => queue.pool === pool);
    const agents = await this.freeAgents(routing, queuesLimitedPerAgent(queues, routing.round));
    if (agents.length === 0) return null;
    const now = this.clock.now();
    const open = queues.filter((queue) => this.hours.isOpen(routing.settings.get(queue.id), now));
    const queueIds = servableQueueIds(
      open.map((queue) => queue.id),
      routing.round,
      agents,
    );
    if (queueIds.length === 0) return null;
    const [held, restricted] = await Promise.all([this.heldInAll(queueIds, routing), this.restricted()]);
    return { routing, agents, queueIds, restricted, ...held };
  }

  /** @param depth how many items of each segment (queue and language) to read at most */
  async readWork(scene: RoundContext, depth: number): Promise<RoundInput> {
    const now = this.clock.now();
    const [rows, languages, profiles] = await Promise.all([
      this.waitingWork(scene, depth, now),
      this.profiles.languages(),
      this.profiles.all(),
    ]);
    // A language in which no agent is rated cannot be required.
    const asked = (language: string | null) => (language && languages.has(language) ? language : null);
    const lead = scene.routing.rules.order.promise.leadSeconds;
    const groupsOf = (row: WorkRow) => (row.serviceId && scene.restricted.get(row.serviceId)) || null;
    const waiting = rows.map((row) =>
      toWaitingWork(row, asked(row.language), lead, groupsOf(row), (id) => profiles.get(id)?.groups),
    );
    const cuts = truncatedSegments(rows, depth).map((cut) => ({ ...cut, language: asked(cut.language) }));
    return { ...scene, waiting, truncated: cuts };
  }

  /** Read anew in each round, so that a service is closed as soon as it is stored. */
  private async restricted(): Promise<Map<string, readonly string[]>> {
    const rows = await this.database.query<{ id: string; groups: string[] }>(
      'SELECT id, reader_groups AS groups FROM service WHERE restricted',
    );
    return new Map(rows.map(({ id, groups }) => [id, groups]));
  }

  /** Work that none of the agents may read is left out: a backlog of it hides nothing. */
  private waitingWork(
    { queueIds, restricted, agents }: RoundContext,
    depth: number,
    now: Date,
  ): Promise<WorkRow[]> {
    if (restricted.size === 0) return this.database.query<WorkRow>(WAITING_WORK, [queueIds, depth, now]);
    const closed = [...restricted].flatMap(([id, groups]) =>
      agents.some((agent) => isInReaderGroups(agent.groups, groups)) ? [] : [id],
    );
    return this.database.query<WorkRow>(WAITING_WORK_BY_SERVICE, [queueIds, depth, now, closed]);
  }

  private async freeAgents(routing: CurrentRouting, limited: string[]): Promise<AgentSnapshot[]> {
    const now = this.clock.now();
    const [rows, profiles] = await Promise.all([
      this.database.query<AgentRow>(FREE_AGENTS, [limited]),
      this.profiles.all(),
    ]);
    return rows.flatMap((row) => {
      const profile = profiles.get(row.id);
      return profile ? [toFreeAgent(row, profile, routing, now)] : [];
    });
  }

  private async heldInAll(
    queueIds: string[],
    { round }: CurrentRouting,
  ): Promise<{ held: Map<string, number>; guards: Map<string, number> }> {
    const limited = queueIds.filter((id) => rulesOf(round, id).limits.total !== null);
    if (limited.length === 0) return { held: new Map(), guards: new Map() };
    const rows = await this.database.query<{ id: string; held: number; version: number | null }>(
      `SELECT q.id, g.version, (SELECT count(*)::int FROM work w
                WHERE w.queue_id = q.id AND w.state IN ('offered', 'assigned')) AS held
         FROM unnest($1::uuid[]) AS q (id) LEFT JOIN queue_guard g ON g.queue_id = q.id`,
      [limited],
    );
    const unguarded = rows.filter((row) => row.version === null).map((row) => row.id);
    if (unguarded.length > 0)
      await this.database.query(
        'INSERT INTO queue_guard (queue_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
        [unguarded],
      );
    return {
      held: new Map(rows.map((row) => [row.id, row.held])),
      guards: new Map(rows.map((row) => [row.id, row.version ?? 1])),
    };
  }
}

export const queuesLimitedPerAgent = (queues: readonly { id: string }[], rules: RoundRules): string[] =>
  queues.map(({ id }) => id).filter((id) => rulesOf(rules, id).limits.perAgent !== null);

const NO_OWN_SKILLS = {};
const NO_AGENTS: readonly string[] = [];
const AT_WORK_STATES = new Set(['available', 'busy', 'wrap_up']);
export const secondsBetween = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / 1000);

/** Written out rather than spread: objects of one shape make the decision several times as fast. */
function toWaitingWork(
  row: WorkRow,
  language: string | null,
  leadSeconds: number,
  readerGroups: readonly string[] | null,
  groupsOf: (agentId: string) => readonly string[] | undefined,
): WorkSnapshot {
  const { dueInSeconds, stickyAgentId } = row;
  return {
    id: row.id,
    version: row.version,
    queueId: row.queueId,
    kind: row.kind,
    units: row.units,
    priority: row.priority,
    language,
    skills: NO_OWN_SKILLS,
    waitedSeconds: Math.max(0, row.waitedSeconds),
    // The due time is given as a reason only once it brings the work forward.
    dueInSeconds: dueInSeconds !== null && dueInSeconds <= leadSeconds ? dueInSeconds : null,
    stickyAgentId,
    stickyFor: row.stickyFor,
    // Nothing waits for somebody who may not have it.
    stickyAtWork:
      row.stickyState !== null &&
      AT_WORK_STATES.has(row.stickyState) &&
      (readerGroups === null || isInReaderGroups(groupsOf(stickyAgentId!), readerGroups)),
    declinedBy: row.declinedBy ?? NO_AGENTS,
    vip: row.vip,
    vulnerable: row.vulnerable,
    readerGroups,
  };
}

/** The segments (queue and language) of which as many rows were found as were asked for. */
function truncatedSegments(
  rows: readonly Pick<WorkRow, 'queueId' | 'language'>[],
  depth: number,
): TruncatedSegment[] {
  const kinds = new Map<string, TruncatedSegment & { read: number }>();
  rows.forEach(({ queueId, language }, place) => {
    const key = `${queueId} ${language ?? ''}`;
    const kind = kinds.get(key);
    kinds.set(key, { queueId, language, lastIndex: place, read: (kind?.read ?? 0) + 1 });
  });
  return [...kinds.values()].filter(({ read }) => read >= depth);
}

export interface AgentRow {
  id: string;
  version: number;
  idleSince: Date;
  capacity: number;
  groups: string[];
  /** units of all assigned work, and of live calls alone */
  held: number;
  live: number;
  /** the queue of each assigned item, for queues with a limit per agent */
  heldQueues: string[];
}

/** An available agent, in the form in which the router compares agents. */
export function toFreeAgent(
  row: AgentRow,
  profile: {
    queueIds: ReadonlySet<string>;
    skills: Record<string, number>;
    entityId: string | null;
    profile: string;
  },
  { rules }: Pick<CurrentRouting, 'rules'>,
  now: Date,
): AgentSnapshot {
  const { interruptible, kinds } = profileOf(rules, profile.profile);
  const heldByQueue: Record<string, number> = {};
  for (const queue of row.heldQueues) heldByQueue[queue] = (heldByQueue[queue] ?? 0) + 1;
  return {
    id: row.id,
    version: row.version,
    queueIds: profile.queueIds,
    skills: profile.skills,
    entityId: profile.entityId,
    groups: row.groups,
    freeUnits: row.capacity - row.held,
    freeUnitsInterrupting: row.capacity - (interruptible ? row.live : row.held),
    idleSeconds: secondsBetween(row.idleSince, now),
    heldByQueue,
    ...(kinds && { kinds: new Set(kinds) }),
  };
}

export const AGENT_COLUMNS = `p.staff_id AS id, p.version, p.idle_since AS "idleSince", s.capacity_units AS capacity, s.groups,
       coalesce(h.held, 0)::int AS held, coalesce(h.live, 0)::int AS live, coalesce(h.queues, '{}') AS "heldQueues"`;
/** Its first parameter: the queues with a limit per agent. Usually there are none, and nothing is listed. */
export const HELD_WORK_JOIN = `LEFT JOIN LATERAL (
         SELECT sum(w.units) AS held, sum(w.units) FILTER (WHERE w.ticket_id IS NULL) AS live,
                array_agg(w.queue_id::text) FILTER (WHERE w.queue_id = ANY($1::uuid[])) AS queues
           FROM work w WHERE w.agent_id = p.staff_id AND w.state IN ('offered', 'assigned')) h ON true`;
const FREE_AGENTS = `
SELECT ${AGENT_COLUMNS}
  FROM presence p JOIN staff s ON s.id = p.staff_id AND s.disabled_at IS NULL ${HELD_WORK_JOIN}
 WHERE p.state = 'available' AND coalesce(h.held, 0) < s.capacity_units
   AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.agent_id = p.staff_id AND o.state = 'made')`;

interface WorkRow {
  id: string;
  version: number;
  queueId: string;
  kind: Channel;
  units: number;
  priority: Priority;
  language: string | null;
  waitedSeconds: number;
  dueInSeconds: number | null;
  stickyAgentId: string | null;
  stickyFor: StickyFor | undefined;
  stickyState: string | null;
  /** null when nobody did; saves an array for most rows */
  declinedBy: string[] | null;
  vip: boolean;
  vulnerable: boolean;
  /** read only where a service is restricted */
  serviceId?: string | null;
}
