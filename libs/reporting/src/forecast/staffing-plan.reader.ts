import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { CLOCK, type Clock, hours } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { wape } from '../domain/forecast/accuracy.js';
import { requiredAgents } from '../domain/forecast/requirement.js';
import { emptySums } from '../domain/figures/rows.js';
import { type IntervalSize, intervalStart } from '../domain/figures/interval.js';
import type { TimeRange } from '../domain/figures/range.js';
import { addContactSums, addPresenceSums, addRosterSums } from '../domain/figures/sums.js';
import type { Sums } from '../domain/figures/figures.js';
import type { StaffingTerms } from '../domain/staffing/staffing.js';
import { IntervalReport, type ReportFilter } from '../figures/interval-report.reader.js';
import { ForecastReader } from './forecast.reader.js';

/** Used until enough conversations were measured. */
const ASSUMED_AHT = 240;
const DEFAULT_THRESHOLD = 20;
const DEFAULT_TARGET = 0.8;
const MEASURED_HOURS = 28 * 24;
/** Fewer conversations say little about their mean length. */
const MIN_MEASURED = 20;

export interface PlanTerms extends StaffingTerms {
  target: number;
  ahtSource: 'given' | 'measured' | 'assumed';
}

export interface PlanInterval {
  start: number;
  end: number;
  expected: number | null;
  arrived: number | null;
  required: number | null;
  requiredRostered: number | null;
  rostered: number;
  present: number | null;
}

export interface StaffingPlan {
  intervals: PlanInterval[];
  historyDays: number;
  terms: PlanTerms;
  /** over completed intervals */
  wape: number | null;
  /** number of completed intervals in the range */
  over: number;
}

/** Expected contacts, required agents, rostered agents and agents present. */
@Injectable()
export class StaffingPlanReader {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(ForecastReader) private readonly forecast: ForecastReader,
    @Inject(IntervalReport) private readonly report: IntervalReport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param range begins at the start of an interval */
  async read(
    range: TimeRange,
    size: IntervalSize,
    filter: ReportFilter,
    asked: Partial<StaffingTerms> & { target?: number },
  ): Promise<StaffingPlan> {
    const [forecast, quarters, terms] = await Promise.all([
      this.forecast.read(range, size, filter),
      this.report.quarters(range, filter, 'together'),
      this.terms(filter, asked),
    ]);
    const sums = new Map<number, Sums>();
    const sumsAt = (start: number) => {
      const begin = intervalStart(start, size, this.report.zone);
      if (!sums.has(begin)) sums.set(begin, emptySums());
      return sums.get(begin)!;
    };
    for (const quarter of quarters.contacts) addContactSums(sumsAt(quarter.start).contacts, quarter.sums);
    for (const quarter of quarters.presence) addPresenceSums(sumsAt(quarter.start).presence, quarter.sums);
    for (const quarter of quarters.roster) addRosterSums(sumsAt(quarter.start).roster, quarter.sums);
    const now = this.clock.now().getTime();
    const intervals = forecast.intervals.map((interval) =>
      planned(interval, sums.get(interval.start) ?? emptySums(), { size, terms, now }),
    );
    const over = intervals.filter(({ arrived, expected }) => arrived !== null && expected !== null);
    return {
      intervals,
      historyDays: forecast.historyDays,
      terms,
      over: over.length,
      wape: wape(over.map(({ arrived, expected }) => ({ actual: arrived!, expected: expected! }))),
    };
  }

  private async terms(
    filter: ReportFilter,
    asked: Partial<StaffingTerms> & { target?: number },
  ): Promise<PlanTerms> {
    const queue = (await this.catalogue.queues()).find(({ key }) => key === filter.queue);
    const measured = asked.ahtSeconds == null ? await this.measuredAht(filter.queue) : null;
    return {
      ...asked,
      target: asked.target ?? DEFAULT_TARGET,
      ahtSeconds: asked.ahtSeconds ?? measured ?? ASSUMED_AHT,
      ahtSource: asked.ahtSeconds != null ? 'given' : measured !== null ? 'measured' : 'assumed',
      thresholdSeconds: asked.thresholdSeconds ?? queue?.thresholdSeconds ?? DEFAULT_THRESHOLD,
    };
  }

  private async measuredAht(queue: string | null): Promise<number | null> {
    const since = new Date(this.clock.now().getTime() - hours(MEASURED_HOURS));
    const [row] = await this.database.query<{ timed: number; seconds: number }>(
      `SELECT coalesce(sum(timed), 0)::float8 AS timed,
              coalesce(sum(talk_ms + hold_ms + wrap_up_ms), 0)::float8 / 1000 AS seconds
         FROM contact_quarter WHERE starts_at >= $1 AND live AND ($2::text IS NULL OR queue_key = $2)`,
      [since, queue],
    );
    // The staffing formulas need at least one second.
    return row!.timed >= MIN_MEASURED ? Math.max(1, row!.seconds / row!.timed) : null;
  }
}

function planned(
  { start, expected }: { start: number; expected: number | null },
  { contacts, presence, roster }: Sums,
  { size, terms, now }: { size: IntervalSize; terms: PlanTerms; now: number },
): PlanInterval {
  const ms = size * 60_000;
  const end = start + ms;
  const needed = expected === null ? null : requiredAgents(expected, size * 60, terms);
  // In the current interval, presence is averaged over the elapsed time.
  const passed = Math.min(ms, now - start);
  return {
    start,
    end,
    expected,
    arrived: end <= now ? contacts.offered : null,
    required: needed?.agents ?? null,
    requiredRostered: needed?.rostered ?? null,
    rostered: roster.rosteredMs / ms,
    present: passed > 0 ? (presence.availableMs + presence.handlingMs) / passed : null,
  };
}
