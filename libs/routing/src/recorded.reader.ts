import { Inject, Injectable } from '@nestjs/common';
import type { Channel, Priority } from '#wasl/contracts';
import { addMs, hours, unprocessable, uuidv7Floor } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import type { StickyFor } from './domain/choose-agent.js';
import type { Recorded, RecordedPerson, RecordedWork } from './domain/recorded.js';
import type { RoutingRules } from './domain/routing-rules.js';
import { profileOf } from './routing-config.service.js';

/** More than a nation's day. */
const MOST_WORK = 100_000;
/** Work that came earlier than this before a period, and is still there, is left out of its beginning. */
const BEFORE_MS = hours(7 * 24);
/** When nothing of the kind was ever finished. */
const USUAL_HANDLE_MS = 300_000;

/** Reads a period as it was recorded: what arrived, who was at work, how long it took. */
@Injectable()
export class RecordedReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
  ) {}

  /** Skills and queues of agents are those of today. @throws unprocessable `routing.period_too_large` */
  async read({ from, to }: { from: Date; to: Date }, rules: RoutingRules): Promise<Recorded> {
    const [rows, people] = await Promise.all([this.work(from, to), this.people(from, to, rules)]);
    if (rows.length > MOST_WORK) throw unprocessable('routing.period_too_large', { most: MOST_WORK });
    const languages = await this.profiles.languages();
    const usual = usualTimes(rows);
    const work = rows.map((row): RecordedWork => {
      const kind = row.call ? 'call' : row.channel;
      return {
        ...row,
        kind,
        language: row.language && languages.has(row.language) ? row.language : null,
        arrivedAt: row.arrivedAt.getTime(),
        entersAt: row.entersAt.getTime(),
        dueAt: row.dueAt?.getTime() ?? null,
        stickyFor: row.stickyFor ?? undefined,
        handleMs: (handleOf(row) ?? usual(row)) + (row.call ? row.wrapUpSeconds * 1_000 : 0),
        patienceMs: patienceOf(row),
        was:
          row.agentId && row.answeredAt
            ? { agentId: row.agentId, answeredAt: row.answeredAt.getTime() }
            : null,
        carried: row.arrivedAt < from,
      };
    });
    return { from: from.getTime(), to: to.getTime(), work, people };
  }

  private work(from: Date, to: Date): Promise<WorkRow[]> {
    return this.database.query<WorkRow>(WORK, [
      uuidv7Floor(addMs(from, -BEFORE_MS)),
      uuidv7Floor(to),
      from,
      MOST_WORK + 1,
      to,
    ]);
  }

  private async people(from: Date, to: Date, rules: RoutingRules): Promise<RecordedPerson[]> {
    const [rows, profiles] = await Promise.all([
      this.database.query<{ id: string; capacity: number; spans: [string, string][] }>(PEOPLE, [from, to]),
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
  entersAt: Date;
  answeredAt: Date | null;
  doneAt: Date | null;
  dueAt: Date | null;
  vip: boolean;
  vulnerable: boolean;
  stickyAgentId: string | null;
  stickyFor: StickyFor | null;
  agentId: string | null;
  wrapUpSeconds: number;
  unrouted: boolean;
}

const handleOf = ({ answeredAt, doneAt }: WorkRow): number | null =>
  answeredAt && doneAt ? Math.max(1_000, doneAt.getTime() - answeredAt.getTime()) : null;

/** Callers who gave up would have again; written work waits. */
const patienceOf = ({ call, answeredAt, doneAt, arrivedAt }: WorkRow): number | null =>
  call && !answeredAt && doneAt ? doneAt.getTime() - arrivedAt.getTime() : null;

/** What was not finished takes as long as what was, of its queue and kind. */
function usualTimes(rows: WorkRow[]): (row: WorkRow) => number {
  const sums = new Map<string, { ms: number; n: number }>();
  const key = (row: WorkRow) => `${row.queueId} ${row.call ? 'call' : row.channel}`;
  for (const row of rows) {
    const ms = handleOf(row);
    if (ms === null) continue;
    const sum = sums.get(key(row)) ?? { ms: 0, n: 0 };
    sums.set(key(row), { ms: sum.ms + ms, n: sum.n + 1 });
  }
  return (row) => {
    const sum = sums.get(key(row));
    return sum ? sum.ms / sum.n : USUAL_HANDLE_MS;
  };
}

/**
 * Ids begin with the time at which the work came, so their index finds the period. What waited at a counter until its
 * requester left became the router's then. What nobody was offered, though a counter had it or somebody had it as it
 * came, was never the router's.
 */
const ENTERS = `CASE WHEN w.counter_until < 'infinity' THEN w.counter_until ELSE w.arrived_at END`;
const WORK = `
SELECT w.id, w.queue_id AS "queueId", w.ticket_id IS NULL AS call, w.channel, w.priority, w.language,
       w.arrived_at AS "arrivedAt", ${ENTERS} AS "entersAt",
       w.answered_at AS "answeredAt", w.done_at AS "doneAt", w.due_at AS "dueAt", w.vip, w.vulnerable,
       w.sticky_agent_id AS "stickyAgentId", w.sticky_for AS "stickyFor", w.agent_id AS "agentId",
       q.wrap_up_seconds AS "wrapUpSeconds",
       o.work_id IS NULL AND (coalesce(w.counter_until = 'infinity', false)
         OR (w.ticket_id IS NOT NULL AND w.answered_at IS NOT DISTINCT FROM w.arrived_at)) AS unrouted
  FROM work w JOIN queue q ON q.id = w.queue_id
  LEFT JOIN (SELECT DISTINCT work_id FROM offer
              WHERE state = 'accepted' AND work_id >= $1 AND work_id < $2) o ON o.work_id = w.id
 WHERE w.id >= $1 AND w.id < $2 AND (w.arrived_at >= $3 OR w.done_at IS NULL OR w.done_at > $3) AND ${ENTERS} < $5
 ORDER BY w.id LIMIT $4`;

/** Neighbouring spells at work are one. */
const PEOPLE = `
SELECT l.staff_id AS id, s.capacity_units AS capacity,
       (SELECT json_agg(json_build_array(lower(r), upper(r)) ORDER BY r)
          FROM unnest(range_agg(tstzrange(greatest(l.from_at, $1), least(coalesce(l.to_at, $2), $2)))) AS r) AS spans
  FROM presence_spell l JOIN staff s ON s.id = l.staff_id
 WHERE l.state IN ('available', 'busy', 'wrap_up') AND l.from_at < $2 AND coalesce(l.to_at, 'infinity') > $1
 GROUP BY l.staff_id, s.capacity_units`;
