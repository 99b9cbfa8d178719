import { IANAZone } from 'luxon';

export const INTERVAL_SIZES = [15, 30] as const;
/** in minutes */
export type IntervalSize = (typeof INTERVAL_SIZES)[number];

const MINUTE = 60_000;
/**
 * Sums are stored by quarter hour. Every zone in use differs from UTC by a multiple of fifteen minutes, so that quarter
 * hours are the same in every zone, and half hours and days of any zone consist of whole ones.
 */
export const QUARTER_MS = 15 * MINUTE;

export const quarterOf = (moment: number): number => Math.floor(moment / QUARTER_MS) * QUARTER_MS;

/** The start of the interval of `size` minutes, in local time of `zone`, that contains a point in time. */
export function intervalStart(moment: number, size: IntervalSize, zone: string): number {
  const offset = IANAZone.create(zone).offset(moment) * MINUTE;
  const local = moment + offset;
  return local - (local % (size * MINUTE)) - offset;
}

/**
 * Splits a period at quarter hours.
 * @returns pairs of a quarter's start and the milliseconds of the period within it
 */
export function splitAtQuarters(from: number, to: number): [start: number, ms: number][] {
  const pieces: [number, number][] = [];
  for (let start = quarterOf(from); start < to; start += QUARTER_MS) {
    const ms = Math.min(to, start + QUARTER_MS) - Math.max(from, start);
    if (ms > 0) pieces.push([start, ms]);
  }
  return pieces;
}
