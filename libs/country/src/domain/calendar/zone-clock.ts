import { IANAZone } from 'luxon';
import { DAY_MS, MINUTE_MS } from './days.js';

/** An announced change of a zone's offset that the machine's time zone data may not know. Moments are in milliseconds. */
export interface ZoneOverride {
  from: number;
  /** null: no end */
  to: number | null;
  /** minutes east of UTC */
  offsetMinutes: number;
}

/** A period of constant UTC offset. */
export interface OffsetPeriod {
  from: number;
  to: number;
  offsetMs: number;
}

/** Minutes east of UTC at a time in milliseconds. */
export type OffsetOf = (at: number) => number;

/**
 * The UTC offsets of a time zone: the machine's time zone data, corrected by announced changes. Where corrections
 * overlap, the last one in the list wins.
 */
export class ZoneClock {
  private readonly base: BaseZone;

  /** @param offsetOf replaces the machine's data, to test machines with outdated data */
  constructor(
    readonly zone: string,
    private readonly overrides: readonly ZoneOverride[] = [],
    offsetOf?: OffsetOf,
  ) {
    this.base = offsetOf ? new BaseZone(offsetOf) : baseOf(zone);
  }

  offsetMsAt(at: number): number {
    const announced = this.overrides.findLast(
      (change) => change.from <= at && (change.to === null || at < change.to),
    );
    return (announced ? announced.offsetMinutes : this.base.offsetAt(at)) * MINUTE_MS;
  }

  /** The periods of constant offset from `from` to `to`, in order and without gaps. */
  offsetPeriods(from: number, to: number): OffsetPeriod[] {
    const edges = [
      ...this.base.changesBetween(from, to),
      ...this.overrides.flatMap((change) => [change.from, change.to ?? to]),
    ].filter((edge) => from < edge && edge < to);
    const found: OffsetPeriod[] = [];
    for (const begin of [from, ...new Set(edges.sort((a, b) => a - b))]) {
      const offsetMs = this.offsetMsAt(begin);
      const last = found.at(-1);
      if (last) last.to = begin;
      if (last?.offsetMs !== offsetMs) found.push({ from: begin, to, offsetMs });
      else last.to = to;
    }
    return found;
  }

  /** The local calendar day, as a day number. */
  dayAt(at: number): number {
    return Math.floor((at + this.offsetMsAt(at)) / DAY_MS);
  }
}

/** The machine's data of one zone; the offset changes of each year are cached. */
class BaseZone {
  private readonly years = new Map<number, number[]>();

  constructor(readonly offsetAt: OffsetOf) {}

  changesBetween(from: number, to: number): number[] {
    const first = new Date(from).getUTCFullYear();
    const last = new Date(to).getUTCFullYear();
    const years = Array.from({ length: last - first + 1 }, (_, n) => this.changesIn(first + n));
    return years.flat().filter((at) => from < at && at < to);
  }

  /** Checks once a day: no zone has ever changed its offset twice within a day. */
  private changesIn(year: number): number[] {
    const known = this.years.get(year);
    if (known) return known;
    const changes: number[] = [];
    const end = Date.UTC(year + 1, 0, 1);
    for (let at = Date.UTC(year, 0, 1); at < end; at += DAY_MS) {
      const next = Math.min(at + DAY_MS, end);
      if (this.offsetAt(at) !== this.offsetAt(next)) changes.push(this.changeBetween(at, next));
    }
    this.years.set(year, changes);
    return changes;
  }

  /** The first millisecond of the later offset. */
  private changeBetween(before: number, after: number): number {
    let [low, high] = [before, after];
    const later = this.offsetAt(high);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.offsetAt(middle) === later) high = middle;
      else low = middle;
    }
    return high;
  }
}

export const isTimeZone = (name: string): boolean => IANAZone.isValidZone(name);

const bases = new Map<string, BaseZone>();

function baseOf(zone: string): BaseZone {
  let base = bases.get(zone);
  if (!base) {
    const iana = IANAZone.create(zone);
    if (!iana.isValid) throw new RangeError(`not a time zone: ${zone}`);
    base = new BaseZone((at) => iana.offset(at));
    bases.set(zone, base);
  }
  return base;
}
