import type { ServiceLevelVariant } from '#wasl/contracts';
import { type Figures, figuresOf, type Sums } from './figures.js';
import { type IntervalSize, intervalStart } from './interval.js';
import type { PresenceQuarter } from './presence-quarters.js';
import {
  addContactSums,
  addPresenceSums,
  addRosterSums,
  type ContactSums,
  emptyContactSums,
  emptyPresenceSums,
  emptyRosterSums,
  type RosterSums,
} from './sums.js';

/** One row of the report. Times in milliseconds. */
export interface IntervalRow {
  start: number;
  end: number;
  queue: string;
  figures: Figures;
}

export interface ContactQuarter {
  start: number;
  queue: string;
  sums: ContactSums;
}

export interface RosterQuarter {
  start: number;
  queue: string;
  sums: RosterSums;
}

/** The sums of a report, by quarter hour and queue; several entries for the same are added up. */
export interface Quarters {
  contacts: readonly ContactQuarter[];
  presence: readonly PresenceQuarter[];
  roster: readonly RosterQuarter[];
}

export const emptySums = (): Sums => ({
  contacts: emptyContactSums(),
  presence: emptyPresenceSums(),
  roster: emptyRosterSums(),
});

/**
 * Combines quarter hours into intervals of local time. Intervals without contacts, presence or roster have no row.
 * @returns by time, then by queue
 */
export function intervalRows(
  quarters: Quarters,
  { size, zone, variant }: { size: IntervalSize; zone: string; variant: ServiceLevelVariant },
): IntervalRow[] {
  const cells = new Map<string, { start: number; queue: string; sums: Sums }>();
  const cellOf = (quarter: { start: number; queue: string }) => {
    const start = intervalStart(quarter.start, size, zone);
    const key = `${start} ${quarter.queue}`;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { start, queue: quarter.queue, sums: emptySums() }));
    return cell.sums;
  };
  for (const quarter of quarters.contacts) addContactSums(cellOf(quarter).contacts, quarter.sums);
  for (const quarter of quarters.presence) addPresenceSums(cellOf(quarter).presence, quarter.sums);
  for (const quarter of quarters.roster)
    if (quarter.sums.scheduledMs > 0) addRosterSums(cellOf(quarter).roster, quarter.sums);
  const ms = size * 60_000;
  return [...cells.values()]
    .sort((a, b) => a.start - b.start || (a.queue < b.queue ? -1 : 1))
    .map(({ start, queue, sums }) => ({
      start,
      end: start + ms,
      queue,
      figures: figuresOf(sums, { variant, ms }),
    }));
}

/** The quarter hours of which there is anything. */
export function* startsOf({ contacts, presence, roster }: Quarters): Generator<number> {
  for (const { start } of contacts) yield start;
  for (const { start } of presence) yield start;
  for (const { start, sums } of roster) if (sums.scheduledMs > 0) yield start;
}

/** The sums of a whole range. */
export function addUp(quarters: Quarters, sums: Sums): void {
  for (const quarter of quarters.contacts) addContactSums(sums.contacts, quarter.sums);
  for (const quarter of quarters.presence) addPresenceSums(sums.presence, quarter.sums);
  for (const quarter of quarters.roster) addRosterSums(sums.roster, quarter.sums);
}
