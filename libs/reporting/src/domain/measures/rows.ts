import type { ServiceLevelVariant } from '#wasl/contracts';
import { type Figures, figuresOf } from './figures.js';
import { type IntervalSize, intervalStart } from './interval.js';
import type { PresenceQuarter } from './presence-quarters.js';
import {
  addContacts,
  addPresence,
  type ContactSums,
  noContacts,
  noPresence,
  type PresenceSums,
} from './sums.js';

/** One line of the report. Times in milliseconds. */
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

/**
 * Puts quarters together to intervals of a size on the clocks of a zone. Where nothing happened there is no row.
 * @returns by time, then by queue
 */
export function rowsOf(
  contacts: readonly ContactQuarter[],
  presence: readonly PresenceQuarter[],
  { size, zone, variant }: { size: IntervalSize; zone: string; variant: ServiceLevelVariant },
): IntervalRow[] {
  const cells = new Map<
    string,
    { start: number; queue: string; contacts: ContactSums; presence: PresenceSums }
  >();
  const cellOf = (quarter: { start: number; queue: string }) => {
    const start = intervalStart(quarter.start, size, zone);
    const key = `${start} ${quarter.queue}`;
    let cell = cells.get(key);
    if (!cell)
      cells.set(
        key,
        (cell = { start, queue: quarter.queue, contacts: noContacts(), presence: noPresence() }),
      );
    return cell;
  };
  for (const quarter of contacts) addContacts(cellOf(quarter).contacts, quarter.sums);
  for (const quarter of presence) addPresence(cellOf(quarter).presence, quarter.sums);
  const ms = size * 60_000;
  return [...cells.values()]
    .sort((a, b) => a.start - b.start || (a.queue < b.queue ? -1 : 1))
    .map(({ start, queue, ...sums }) => ({
      start,
      end: start + ms,
      queue,
      figures: figuresOf(sums.contacts, sums.presence, { variant, ms }),
    }));
}
