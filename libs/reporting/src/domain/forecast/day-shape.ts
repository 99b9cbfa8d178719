import { type DayKind, type ForecastDay, weekdayOf } from './days.js';

/** How a day's contacts lie over its slots (of one length, from midnight on the wall clock). */
export interface ShapedDay extends ForecastDay {
  slots: readonly number[];
}

/** Two weeks back counts half of today … */
const HALF_LIFE_DAYS = 28;
/** … but for kinds of day that come once a year. */
const HALF_LIFE_RARE_DAYS = 400;
/** So many contacts of a kind of day weigh as much as all others together. */
const PRIOR_CONTACTS = 300;
/** A slot with so many of its own leans on its neighbours by half. */
const LENDING_CONTACTS = 20;

/**
 * Learns how a day's contacts lie over the day, for each weekday and each kind of day. What was seldom seen leans on
 * what is common to all days.
 * @returns the share of each slot of a day; they add up to 1
 */
export function fitDayShapes(
  days: readonly ShapedDay[],
  slots: number,
  today: number,
): (day: ForecastDay) => number[] {
  const common = normalised(smoothed(sumOf(days, slots, today, HALF_LIFE_DAYS)), evenly(slots));
  const kept = new Map<string, number[]>();
  return (day) => {
    const key = classOf(day);
    let shape = kept.get(key);
    if (!shape) {
      const own = days.filter((other) => classOf(other) === key);
      const halfLife = isCommon(day.kind) ? HALF_LIFE_DAYS : HALF_LIFE_RARE_DAYS;
      const sums = smoothed(sumOf(own, slots, today, halfLife));
      shape = normalised(
        sums.map((sum, slot) => sum + PRIOR_CONTACTS * common[slot]!),
        common,
      );
      kept.set(key, shape);
    }
    return shape;
  };
}

const isCommon = (kind: DayKind) => kind === 'normal' || kind === 'after_holiday';
const classOf = ({ day, kind }: ForecastDay) => (isCommon(kind) ? `weekday ${weekdayOf(day)}` : kind);
const evenly = (slots: number) => new Array<number>(slots).fill(1 / slots);

function sumOf(days: readonly ShapedDay[], slots: number, today: number, halfLife: number): number[] {
  const sums = new Array<number>(slots).fill(0);
  for (const { day, slots: counts } of days) {
    const weight = 2 ** (-Math.max(0, today - day) / halfLife);
    for (let slot = 0; slot < slots; slot++) sums[slot]! += weight * (counts[slot] ?? 0);
  }
  return sums;
}

/** Neighbours lend where little was counted; where much was, edges stay sharp: a centre opens at eight, not about eight. */
function smoothed(sums: number[]): number[] {
  return sums.map((sum, n) => {
    const around = ((sums[n - 1] ?? sum) + 2 * sum + (sums[n + 1] ?? sum)) / 4;
    const trust = Math.max(sum, around) / (Math.max(sum, around) + LENDING_CONTACTS);
    return trust * sum + (1 - trust) * around;
  });
}

function normalised(sums: number[], otherwise: number[]): number[] {
  const total = sums.reduce((all, sum) => all + sum, 0);
  return total > 0 ? sums.map((sum) => sum / total) : otherwise;
}
