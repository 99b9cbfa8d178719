import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { ALL_QUEUES } from '../domain/figures/presence-quarters.js';
import type { RosterQuarter } from '../domain/figures/rows.js';
import type { RosterSums } from '../domain/figures/sums.js';
import type { TimeRange } from '../domain/figures/range.js';

/** Rostered time of a queue's agents, and their adherence. */
@Injectable()
export class RosterReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * By quarter hour and queue; an agent of several queues counts for each, and once for `ALL_QUEUES`. Future time
   * counts as rostered, and not yet as adhered.
   */
  async quarters({ from, to }: TimeRange, queue: string | null): Promise<RosterQuarter[]> {
    const rows = await this.database.query<{
      start: Date;
      queue: string;
      rosteredMs: number;
      scheduledMs: number;
      adheredMs: number;
    }>(QUARTERS, [new Date(from), new Date(to), queue, this.clock.now()]);
    return rows.map(({ start, queue: key, ...sums }) => ({ start: start.getTime(), queue: key, sums }));
  }

  /** The same over a whole range, for each agent who serves a queue. */
  async byAgent({ from, to }: TimeRange): Promise<{ agentId: string; sums: RosterSums }[]> {
    const rows = await this.database.query<RosterSums & { agentId: string }>(BY_AGENT, [
      new Date(from),
      new Date(to),
      this.clock.now(),
    ]);
    return rows.map(({ agentId, ...sums }) => ({ agentId, sums }));
  }
}

const MS = (span: string) => `coalesce(extract(epoch FROM upper(${span}) - lower(${span})) * 1000, 0)`;

/**
 * Shifts split at quarter hours. Scheduled as available: available, busy and wrap-up are adherence; scheduled as away:
 * not ready and offline are.
 */
const measured = (now: string) => `
WITH piece AS (
  SELECT s.staff_id, s.state, start,
         tstzrange(greatest(s.from_at, start), least(s.to_at, start + interval '15 minutes')) AS span
    FROM roster_shift s
   CROSS JOIN LATERAL generate_series(date_bin('15 minutes', greatest(s.from_at, $1), '2000-01-01Z'),
                                      least(s.to_at, $2) - interval '1 microsecond', interval '15 minutes') AS start
   WHERE s.from_at < $2 AND s.to_at > $1 AND start >= $1 AND start < $2
), measured AS (
  SELECT p.start, p.staff_id, p.state, p.span,
         (SELECT sum(${MS(`p.span * tstzrange(l.from_at, coalesce(l.to_at, ${now}))`)})
            FROM presence_spell l
           WHERE l.staff_id = p.staff_id AND tstzrange(l.from_at, l.to_at) && p.span AND l.from_at < ${now}
             AND (l.state IN ('available', 'busy', 'wrap_up')) = (p.state = 'available')) AS adhered
    FROM piece p
)`;

const sumsOf = (now: string) => `
       sum(CASE WHEN m.state = 'available' THEN ${MS('m.span')} ELSE 0 END)::float8 AS "rosteredMs",
       sum(${MS(`(m.span * tstzrange(NULL, ${now}))`)})::float8 AS "scheduledMs",
       sum(coalesce(m.adhered, 0))::float8 AS "adheredMs"`;

const BY_AGENT = `${measured('$3')}
SELECT m.staff_id AS "agentId", ${sumsOf('$3')}
  FROM measured m WHERE EXISTS (SELECT 1 FROM agent_queue a WHERE a.staff_id = m.staff_id) GROUP BY m.staff_id`;

const QUARTERS = `${measured('$4')}
SELECT m.start, q.key AS queue, ${sumsOf('$4')}
  FROM measured m
  JOIN LATERAL (
    SELECT key FROM agent_queue a JOIN queue ON queue.id = a.queue_id
     WHERE a.staff_id = m.staff_id AND ($3::text IS NULL OR key = $3)
    UNION ALL
    SELECT $3 WHERE $3 = '${ALL_QUEUES}' AND EXISTS (SELECT 1 FROM agent_queue a WHERE a.staff_id = m.staff_id)
  ) q ON true
 GROUP BY m.start, q.key`;
