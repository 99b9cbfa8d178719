import { Inject, Injectable } from '@nestjs/common';
import type { ClockKind } from '#wasl/contracts';
import { Database } from '#wasl/platform';

/** SLA attainment in a period: how many targets of each kind were met and breached, by queue and policy. */
export interface SlaAttainment {
  queue: string;
  policy: string;
  clock: ClockKind;
  met: number;
  broken: number;
  /** share met, in percent with two decimals */
  percent: number;
  /** business time used, in seconds */
  meanSeconds: number;
  p90Seconds: number;
}

/** Reads SLA attainment from the clocks: a target counts when it ends, in the ticket's current queue. */
@Injectable()
export class SlaAttainmentReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param range `from` is included, `to` is not */
  async read(range: { from: Date; to: Date; queue: string | null }): Promise<SlaAttainment[]> {
    return this.database.query<SlaAttainment>(
      `SELECT q.key AS queue, c.policy, c.kind AS clock,
              count(*) FILTER (WHERE c.outcome = 'met')::int AS met,
              count(*) FILTER (WHERE c.outcome = 'broken')::int AS broken,
              round(100.0 * count(*) FILTER (WHERE c.outcome = 'met') / count(*), 2)::float8 AS percent,
              round(avg(c.consumed_seconds))::int AS "meanSeconds",
              percentile_disc(0.9) WITHIN GROUP (ORDER BY c.consumed_seconds)::int AS "p90Seconds"
         FROM clock c JOIN ticket t ON t.id = c.ticket_id JOIN queue q ON q.id = t.queue_id
        WHERE c.ended_at >= $1 AND c.ended_at < $2 AND c.outcome <> 'cancelled' AND ($3::text IS NULL OR q.key = $3)
        GROUP BY q.key, c.policy, c.kind ORDER BY q.key, c.policy, c.kind`,
      [range.from, range.to, range.queue],
    );
  }
}
