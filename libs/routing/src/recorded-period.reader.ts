import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Priority } from '#wasl/contracts';
import { addMs, hours, unprocessable, uuidv7Floor } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import type { StickyFor } from './domain/choose-agent.js';
import type { RecordedPeriod, RecordedShiftAgent, RecordedWork } from './domain/recorded-period.js';
import type { RoutingRules } from './domain/routing-rules.js';
import { profileOf } from './routing-config.service.js';

/** More than a country's busiest day. */
const MAX_WORK_ITEMS = 100_000;
/** Work that arrived longer than this before the period, and is still open, is left out. */
const LOOKBACK_MS = hours(7 * 24);
/** Used when no work of the kind was ever finished. */
const DEFAULT_HANDLE_MS = 300_000;

/** Reads a recorded period: what arrived, who was at work, how long handling took. */
@Injectable()
export class RecordedPeriodReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
  ) {}

  /** Skills, queues and groups of agents are the current ones, and so are restrictions of services. @throws unprocessable `routing.period_too_large` */
  async read({ from, to }: { from: Date; to: Date }, rules: RoutingRules): Promise<RecordedPeriod> {
    const [rows, people] = await Promise.all([this.work(from, to), this.people(from, to, rules)]);
    if (rows.length > MAX_WORK_ITEMS)
      throw unprocessable('routing.period_too_large', { most: MAX_WORK_ITEMS });
    const languages = await this.profiles.languages();
    const averageOf = averageHandleTimes(rows);
    const work = rows.map((row): RecordedWork => {
      const kind = row.call ? 'call' : row.channel;
      return {
        ...row,
        kind,
        language: row.language && languages.has(row.language) ? row.language : null,
        arrivedAt: row.arrivedAt.getTime(),
        routableAt: row.routableAt.getTime(),
        dueAt: row.dueAt?.getTime() ?? null,
        stickyFor: row.stickyFor ?? undefined,
        handleMs: (handleMsOf(row) ?? averageOf(row)) + (row.call ? row.wrapUpSeconds * 1_000 : 0),
        patienceMs: patienceMsOf(row),
        actual:
          row.agentId && row.answeredAt
            ? { agentId: row.agentId, answeredAt: row.answeredAt.getTime() }
            : null,
        carriedOver: row.arrivedAt < from,
      };
    });
    return { from: from.getTime(), to: to.getTime(), work, people };
  }

  private work(from: Date, to: Date): Promise<WorkRow[]> {
    return this.database.query<WorkRow>(SELECT_WORK, [
      uuidv7Floor(addMs(from, -LOOKBACK_MS)),
      uuidv7Floor(to),
      from,
      MAX_WORK_ITEMS + 1,
      to,
    ]);
  }

  private async people(from: Date, to: Date, rules: RoutingRules): Promise<RecordedShiftAgent[]> {
    const [rows, profiles] = await Promise.all([
      this.database.query<{ id: string; capacity: number; spans: [string, string][] }>(SELECT_AGENTS, [
        from,
        to,
      ]),
      this.profiles.all(),
    ]);
    return rows.flatMap(({ id, capacity, spans }) => {
      const profile = profiles.get(id);
      if (!profile) return [];
      const { interruptible, kinds } = profileOf(rules, profile.profile);
      return [
        {
          id,
          capacity,
          queueIds: profile.queueIds,
          skills: profile.skills,
          entityId: profile.entityId,
          groups: profile.groups,
          interruptible,
          ...(kinds && { kinds: new Set(kinds) }),
          atWork: spans.map(([start, end]) => ({ from: Date.parse(start), to: Date.parse(end) })),
        },
      ];
    });
  }
}

interface WorkRow {
  id: string;
  queueId: string;
  channel: Channel;
  call: boolean;
  priority: Priority;
  language: string | null;
  arrivedAt: Date;
  routableAt: Date;
  answeredAt: Date | null;
  doneAt: Date | null;
  dueAt: Date | null;
  vip: boolean;
  vulnerable: boolean;
  readerGroups: string[] | null;
  stickyAgentId: string | null;
  stickyFor: StickyFor | null;
  agentId: string | null;
  wrapUpSeconds: number;
  unrouted: boolean;
}

const handleMsOf = ({ answeredAt, doneAt }: WorkRow): number | null =>
  answeredAt && doneAt ? Math.max(1_000, doneAt.getTime() - answeredAt.getTime()) : null;

/** Callers who gave up would give up again after the same time; written work never does. */
const patienceMsOf = ({ call, answeredAt, doneAt, arrivedAt }: WorkRow): number | null =>
  call && !answeredAt && doneAt ? doneAt.getTime() - arrivedAt.getTime() : null;

/** Unfinished work gets the average handling time of its queue and kind. */
function averageHandleTimes(rows: WorkRow[]): (row: WorkRow) => number {
  const sums = new Map<string, { ms: number; n: number }>();
  const key = (row: WorkRow) => `${row.queueId} ${row.call ? 'call' : row.channel}`;
  for (const row of rows) {
    const ms = handleMsOf(row);
    if (ms === null) continue;
    const sum = sums.get(key(row)) ?? { ms: 0, n: 0 };
    sums.set(key(row), { ms: sum.ms + ms, n: sum.n + 1 });
  }
  return (row) => {
    const sum = sums.get(key(row));
    return sum ? sum.ms / sum.n : DEFAULT_HANDLE_MS;
  };
}

/**
 * Ids begin with the arrival time, so the primary key finds the period. Work that waited at a counter became routable
 * when its requester left. Work that was never offered, because a counter or an agent had it from the start, was never
 * routable.
 */
const ROUTABLE_AT = `CASE WHEN w.counter_until < 'infinity' THEN w.counter_until ELSE w.arrived_at END`;
const SELECT_WORK = `
SELECT w.id, w.queue_id AS "queueId", w.ticket_id IS NULL AS call, w.channel, w.priority, w.language,
       w.arrived_at AS "arrivedAt", ${ROUTABLE_AT} AS "routableAt",
       w.answered_at AS "answeredAt", w.done_at AS "doneAt", w.due_at AS "dueAt", w.vip, w.vulnerable,
       w.sticky_agent_id AS "stickyAgentId", w.sticky_for AS "stickyFor", w.agent_id AS "agentId",
       v.reader_groups AS "readerGroups", q.wrap_up_seconds AS "wrapUpSeconds",
       o.work_id IS NULL AND (coalesce(w.counter_until = 'infinity', false)
         OR (w.ticket_id IS NOT NULL AND w.answered_at IS NOT DISTINCT FROM w.arrived_at)) AS unrouted
  FROM work w JOIN queue q ON q.id = w.queue_id
  LEFT JOIN ticket t ON t.id = w.ticket_id LEFT JOIN service v ON v.id = t.service_id AND v.restricted
  LEFT JOIN (SELECT DISTINCT work_id FROM offer
              WHERE state = 'accepted' AND work_id >= $1 AND work_id < $2) o ON o.work_id = w.id
 WHERE w.id >= $1 AND w.id < $2 AND (w.arrived_at >= $3 OR w.done_at IS NULL OR w.done_at > $3) AND ${ROUTABLE_AT} < $5
 ORDER BY w.id LIMIT $4`;

/** Adjoining periods at work are merged. */
const SELECT_AGENTS = `
SELECT l.staff_id AS id, s.capacity_units AS capacity,
       (SELECT json_agg(json_build_array(lower(r), upper(r)) ORDER BY r)
          FROM unnest(range_agg(tstzrange(greatest(l.from_at, $1), least(coalesce(l.to_at, $2), $2)))) AS r) AS spans
  FROM presence_spell l JOIN staff s ON s.id = l.staff_id
 WHERE l.state IN ('available', 'busy', 'wrap_up') AND l.from_at < $2 AND coalesce(l.to_at, 'infinity') > $1
 GROUP BY l.staff_id, s.capacity_units`;
