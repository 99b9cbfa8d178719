import { Inject, Injectable } from '@nestjs/common';
import type { Channel } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database, SETTINGS, type Settings } from '#wasl/platform';
import { type Figures, figuresOf } from '../domain/figures/figures.js';
import { type IntervalSize, intervalStart, QUARTER_MS } from '../domain/figures/interval.js';
import { ALL_QUEUES, type PresenceQuarter, presenceByQuarter } from '../domain/figures/presence-quarters.js';
import type { TimeRange } from '../domain/figures/range.js';
import {
  type ContactQuarter,
  type IntervalRow,
  emptySums,
  type Quarters,
  intervalRows,
  addUp,
  startsOf,
} from '../domain/figures/rows.js';
import { RosterReader } from '../forecast/roster.reader.js';
import { CONTACT_SUMS, type ContactSums } from '../domain/figures/sums.js';
import { columnOf } from './figure-store.js';
import { ongoingActivity } from './ongoing-activity.js';

/** Which contacts a report includes. Presence is that of the queue's agents, whatever they handle. */
export interface ReportFilter {
  queue: string | null;
  channel: Channel | null;
  /** true: live conversations; false: written work */
  live: boolean | null;
}
export const NO_FILTER: ReportFilter = { queue: null, channel: null, live: null };

/** The period read at once, so that a report of a year is never in memory as a whole. */
const CHUNK_MS = 7 * 24 * 4 * QUARTER_MS;

/** Reads figures by interval from the stored sums; no ticket is read. */
@Injectable()
export class IntervalReport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RosterReader) private readonly roster: RosterReader,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get zone(): string {
    return this.country.zones[0]!;
  }

  /** All rows whose intervals begin in the range, extended to the start of its first interval; streamed in chunks. */
  async *rows(range: TimeRange, size: IntervalSize, filter: ReportFilter): AsyncGenerator<IntervalRow[]> {
    const form = { size, zone: this.zone, variant: this.settings.SERVICE_LEVEL_VARIANT };
    const begin = intervalStart(range.from, size, this.zone);
    for (let from = begin; from < range.to; from += CHUNK_MS) {
      const chunk = { from, to: Math.min(from + CHUNK_MS, range.to) };
      const rows = intervalRows(await this.quarters(chunk, filter, 'byQueue'), form);
      if (rows.length > 0) yield rows;
    }
  }

  /** The same figures over the whole range and all its queues, computed from the sums, not from the rows. */
  async totals(range: TimeRange, size: IntervalSize, filter: ReportFilter): Promise<Figures> {
    const from = intervalStart(range.from, size, this.zone);
    const sums = emptySums();
    const intervals = new Set<number>();
    for (let begin = from; begin < range.to; begin += CHUNK_MS) {
      const chunk = { from: begin, to: Math.min(begin + CHUNK_MS, range.to) };
      const quarters = await this.quarters(chunk, filter, 'together');
      addUp(quarters, sums);
      for (const start of startsOf(quarters)) intervals.add(intervalStart(start, size, this.zone));
    }
    // Means of agents are over the intervals that the report has rows of: not over nights, nor over time to come.
    const ms = Math.max(1, intervals.size) * size * 60_000;
    return figuresOf(sums, { variant: this.settings.SERVICE_LEVEL_VARIANT, ms });
  }

  /**
   * The sums that figures are computed from.
   * @param queues `together`: agents who serve several queues count once
   */
  async quarters(range: TimeRange, filter: ReportFilter, queues: 'byQueue' | 'together'): Promise<Quarters> {
    const of = filter.queue ?? (queues === 'together' ? ALL_QUEUES : null);
    const [contacts, presence, roster] = await Promise.all([
      this.contactQuarters(range, filter),
      this.presenceQuarters(range, of),
      this.roster.quarters(range, of),
    ]);
    return { contacts, presence, roster };
  }

  private async contactQuarters({ from, to }: TimeRange, filter: ReportFilter): Promise<ContactQuarter[]> {
    const rows = await this.database.query<{ start: Date; queue: string } & ContactSums>(CONTACTS, [
      new Date(from),
      new Date(to),
      filter.queue,
      filter.channel,
      filter.live,
    ]);
    return rows.map(({ start, queue, ...sums }) => ({ start: start.getTime(), queue, sums }));
  }

  /** What agents did, including states that have not ended yet. */
  private async presenceQuarters({ from, to }: TimeRange, queue: string | null): Promise<PresenceQuarter[]> {
    const kept = await this.database.query<{
      start: Date;
      queue: string;
      availableMs: number;
      handlingMs: number;
      notReadyMs: number;
    }>(
      `SELECT starts_at AS start, queue_key AS queue, available_ms::float8 AS "availableMs",
              handling_ms::float8 AS "handlingMs", not_ready_ms::float8 AS "notReadyMs"
         FROM presence_quarter WHERE starts_at >= $1 AND starts_at < $2
          AND (queue_key = $3 OR $3 IS NULL AND queue_key <> '${ALL_QUEUES}')`,
      [new Date(from), new Date(to), queue],
    );
    const quarters = kept.map(({ start, queue: key, ...sums }) => ({
      start: start.getTime(),
      queue: key,
      sums,
    }));
    return [...quarters, ...(await this.ongoingPresence({ from, to }, queue))];
  }

  private async ongoingPresence({ from, to }: TimeRange, queue: string | null): Promise<PresenceQuarter[]> {
    const until = Math.min(to, this.clock.now().getTime());
    const of = queue === ALL_QUEUES ? null : queue;
    const ongoing = await ongoingActivity(this.database, { from, to: until }, of);
    return presenceByQuarter(ongoing).filter((quarter) =>
      queue === null ? quarter.queue !== ALL_QUEUES : quarter.queue === queue,
    );
  }
}

const CONTACTS = `
SELECT starts_at AS start, queue_key AS queue,
       ${CONTACT_SUMS.map((name) => `sum(${columnOf(name)})::float8 AS "${name}"`).join(', ')}
  FROM contact_quarter
 WHERE starts_at >= $1 AND starts_at < $2 AND ($3::text IS NULL OR queue_key = $3)
   AND ($4::text IS NULL OR channel = $4) AND ($5::boolean IS NULL OR live = $5)
 GROUP BY starts_at, queue_key`;
