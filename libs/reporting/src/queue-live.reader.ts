import { Inject, Injectable } from '@nestjs/common';
import type { LiveQueue, ServiceLevelVariant } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, localDay } from '#wasl/country';
import { CLOCK, type Clock } from '#wasl/kernel';
import { type Database, plannedOnce, SETTINGS, type Settings } from '#wasl/platform';
import { serviceLevel } from './domain/figures/service-level.js';

interface Row {
  key: string;
  name: LiveQueue['name'];
  position: number;
  threshold: number;
  waiting: number;
  offered: number;
  handling: number;
  oldest: Date | null;
  arrived: number;
  resolved: number;
  abandoned: number;
  answered: number;
  answeredInThreshold: number;
  abandonedInThreshold: number;
  shortAbandoned: number;
  agents: Record<string, number>;
  seq: string;
}

const STATEMENT = `
SELECT q.key, json_build_object('ar', q.name_ar, 'en', q.name_en) AS name, q.position, q.threshold_seconds AS threshold,
       coalesce(c.waiting, 0) AS waiting, coalesce(c.offered, 0) AS offered, coalesce(c.handling, 0) AS handling,
       (SELECT min(waiting_since) FROM work w WHERE w.queue_id = q.id AND w.state = 'waiting') AS oldest,
       coalesce(d.arrived, 0) AS arrived, coalesce(d.resolved, 0) AS resolved, coalesce(d.abandoned, 0) AS abandoned,
       coalesce(d.answered, 0) AS answered, coalesce(d.answered_in_threshold, 0) AS "answeredInThreshold",
       coalesce(d.abandoned - d.abandoned_after_threshold, 0) AS "abandonedInThreshold",
       coalesce(d.short_abandoned, 0) AS "shortAbandoned",
       (SELECT coalesce(json_object_agg(state, n), '{}') FROM (
          SELECT coalesce(p.state, 'offline') AS state, count(*)::int AS n
            FROM agent_queue a JOIN staff s ON s.id = a.staff_id AND s.disabled_at IS NULL
            LEFT JOIN presence p ON p.staff_id = a.staff_id
           WHERE a.queue_id = q.id GROUP BY 1) x) AS agents,
       coalesce((SELECT seq FROM live_room WHERE room = 'queue:' || q.key), 0) AS seq
  FROM queue q
  LEFT JOIN queue_counter c ON c.queue_key = q.key
  LEFT JOIN queue_day d ON d.queue_key = q.key AND d.day = $1::date
 WHERE q.active AND ($2::text[] IS NULL OR q.key = ANY($2::text[]))
 ORDER BY q.position, q.key COLLATE "C"`;

/** The live figures of queues. Costs the same whatever the number of tickets. */
@Injectable()
export class QueueLiveReader {
  constructor(
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param keys which queues; all active ones when null */
  async read(query: Database['query'], keys: string[] | null): Promise<LiveQueue[]> {
    const now = this.clock.now();
    const rows = await query<Row>(plannedOnce(STATEMENT), [localDay(now, this.country.zones[0]!), keys]);
    return rows.map((row) => toView(row, now, this.settings.SERVICE_LEVEL_VARIANT));
  }
}

function toView(row: Row, now: Date, variant: ServiceLevelVariant): LiveQueue {
  const percent = serviceLevel(row, variant);
  return {
    key: row.key,
    name: row.name,
    position: row.position,
    waiting: row.waiting,
    longestWaitSeconds: row.oldest
      ? Math.max(0, Math.round((now.getTime() - row.oldest.getTime()) / 1000))
      : 0,
    offered: row.offered,
    handling: row.handling,
    agents: {
      available: row.agents.available ?? 0,
      busy: row.agents.busy ?? 0,
      wrapUp: row.agents.wrap_up ?? 0,
      notReady: row.agents.not_ready ?? 0,
      offline: row.agents.offline ?? 0,
    },
    serviceLevel: {
      percent: percent === null ? null : Math.round(percent * 100) / 100,
      thresholdSeconds: row.threshold,
    },
    arrivedToday: row.arrived,
    resolvedToday: row.resolved,
    abandonedToday: row.abandoned,
    seq: Number(row.seq),
    at: now.toISOString(),
  };
}
