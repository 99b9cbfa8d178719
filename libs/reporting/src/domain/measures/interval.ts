import { IANAZone } from 'luxon';

export const INTERVAL_SIZES = [15, 30] as const;
/** in minutes */
export type IntervalSize = (typeof INTERVAL_SIZES)[number];

const MINUTE = 60_000;
/**
 * Sums are kept by quarters of an hour. Every zone in use stands a multiple of fifteen minutes from UTC, so that a
 * quarter of any zone is a quarter of UTC, and half hours and days of any zone are made of whole quarters.
 */
export const QUARTER_MS = 15 * MINUTE;

export const quarterOf = (moment: number): number => Math.floor(moment / QUARTER_MS) * QUARTER_MS;

/** The beginning of the interval of `size` minutes on the clocks of `zone` in which a moment lies. */
export function intervalStart(moment: number, size: IntervalSize, zone: string): number {
  const offset = IANAZone.create(zone).offset(moment) * MINUTE;
  const local = moment + offset;
  return local - (local % (size * MINUTE)) - offset;
}

/**
 * Cuts a stretch of time at the quarters.
 * @returns pairs of a quarter's beginning and the milliseconds of the stretch that lie in it
 */
export function cutAtQuarters(from: number, to: number): [start: number, ms: number][] {
  const pieces: [number, number][] = [];
  for (let start = quarterOf(from); start < to; start += QUARTER_MS) {
    const ms = Math.min(to, start + QUARTER_MS) - Math.max(from, start);
    if (ms > 0) pieces.push([start, ms]);
  }
  return pieces;
}
