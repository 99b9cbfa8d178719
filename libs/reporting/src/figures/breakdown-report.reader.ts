import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database, SETTINGS, type Settings } from '#wasl/platform';
import { type Dimension, type StoredDimension, presenceByAgent } from '../domain/figures/breakdown.js';
import { type Figures, figuresOf, type Sums } from '../domain/figures/figures.js';
import { quarterOf, QUARTER_MS } from '../domain/figures/interval.js';
import type { TimeRange } from '../domain/figures/range.js';
import { emptySums } from '../domain/figures/rows.js';
import {
  addContactSums,
  addPresenceSums,
  addRosterSums,
  CONTACT_SUMS,
  type ContactSums,
  type PresenceSums,
} from '../domain/figures/sums.js';
import { RosterReader } from '../forecast/roster.reader.js';
import { NO_FILTER, IntervalReport } from './interval-report.reader.js';
import { columnOf } from './figure-store.js';
import { ongoingActivity } from './ongoing-activity.js';

/** The figures of one queue, channel, entity, service or agent over the whole range. */
export interface BreakdownRow {
  /** its key, code or id; empty for "none" */
  key: string;
  figures: Figures;
}

/** The period read at once from interval data. */
const CHUNK_MS = 7 * 24 * 4 * QUARTER_MS;

/** Reads figures by queue, channel, entity, service or agent from the stored sums; no ticket is read. */
@Injectable()
export class BreakdownReport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IntervalReport) private readonly intervals: IntervalReport,
    @Inject(RosterReader) private readonly roster: RosterReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Ordered by handled contacts, most first, then by key.
   * @param range extended to the start of its first quarter hour
   * @param live live conversations only, or written work only; null for both
   */
  async rows(given: TimeRange, by: Dimension, live: boolean | null): Promise<BreakdownRow[]> {
    const range = { from: quarterOf(given.from), to: given.to };
    const sums = by === 'queue' ? await this.byQueue(range, live) : await this.byContacts(range, by, live);
    if (by === 'agent') await this.addAgents(range, sums);
    const form = { variant: this.settings.SERVICE_LEVEL_VARIANT, ms: range.to - range.from };
    return [...sums]
      .map(([key, one]) => ({ key, figures: figuresOf(one, form) }))
      .sort((a, b) => b.figures.handled - a.figures.handled || (a.key < b.key ? -1 : 1));
  }

  private async byQueue(range: TimeRange, live: boolean | null): Promise<Map<string, Sums>> {
    const found = new Map<string, Sums>();
    for (let from = range.from; from < range.to; from += CHUNK_MS) {
      const chunk = { from, to: Math.min(from + CHUNK_MS, range.to) };
      const quarters = await this.intervals.quarters(chunk, { ...NO_FILTER, live }, 'byQueue');
      for (const { queue, sums } of quarters.contacts) addContactSums(cellOf(found, queue).contacts, sums);
      for (const { queue, sums } of quarters.presence) addPresenceSums(cellOf(found, queue).presence, sums);
      for (const { queue, sums } of quarters.roster) addRosterSums(cellOf(found, queue).roster, sums);
    }
    return found;
  }

  private async byContacts(range: TimeRange, by: Exclude<Dimension, 'queue'>, live: boolean | null) {
    const limits = [new Date(range.from), new Date(range.to), live];
    const rows = await (by === 'channel'
      ? this.database.query<ContactRow>(BY_CHANNEL, limits)
      : this.database.query<ContactRow>(BY_DIMENSION, [...limits, by satisfies StoredDimension]));
    const found = new Map<string, Sums>();
    for (const { key, ...contacts } of rows) cellOf(found, key).contacts = contacts;
    return found;
  }

  /** Presence and roster adherence of each agent, including agents who handled nothing. */
  private async addAgents(range: TimeRange, found: Map<string, Sums>): Promise<void> {
    const [kept, ongoingPresence, roster] = await Promise.all([
      this.database.query<PresenceSums & { agentId: string }>(OF_AGENTS, [
        new Date(range.from),
        new Date(range.to),
      ]),
      this.ongoingPresence(range),
      this.roster.byAgent(range),
    ]);
    for (const { agentId, ...sums } of kept) addPresenceSums(cellOf(found, agentId).presence, sums);
    for (const { agentId, sums } of ongoingPresence) addPresenceSums(cellOf(found, agentId).presence, sums);
    for (const { agentId, sums } of roster) addRosterSums(cellOf(found, agentId).roster, sums);
  }

  /** States that have not ended yet. */
  private async ongoingPresence({ from, to }: TimeRange) {
    const until = Math.min(to, this.clock.now().getTime());
    return presenceByAgent(await ongoingActivity(this.database, { from, to: until }, null));
  }
}

type ContactRow = ContactSums & { key: string };

function cellOf(cells: Map<string, Sums>, key: string): Sums {
  let cell = cells.get(key);
  if (!cell) cells.set(key, (cell = emptySums()));
  return cell;
}

const SUMS = CONTACT_SUMS.map((name) => `sum(${columnOf(name)})::float8 AS "${name}"`).join(', ');
const BY_CHANNEL = `
SELECT channel AS key, ${SUMS} FROM contact_quarter
 WHERE starts_at >= $1 AND starts_at < $2 AND ($3::boolean IS NULL OR live = $3) GROUP BY channel`;
const BY_DIMENSION = `
SELECT value AS key, ${SUMS} FROM contact_breakdown
 WHERE dimension = $4 AND starts_at >= $1 AND starts_at < $2 AND ($3::boolean IS NULL OR live = $3) GROUP BY value`;
const OF_AGENTS = `
SELECT agent_id AS "agentId", sum(available_ms)::float8 AS "availableMs", sum(handling_ms)::float8 AS "handlingMs",
       sum(not_ready_ms)::float8 AS "notReadyMs"
  FROM agent_quarter WHERE starts_at >= $1 AND starts_at < $2 GROUP BY agent_id`;
