import { type DayKind, type ForecastDay, weekdayOf } from './days.js';

/** The distribution of a day's contacts over its slots (of equal length, from local midnight). */
export interface ShapedDay extends ForecastDay {
  slots: readonly number[];
}

/** Half-life of a day's weight … */
const HALF_LIFE_DAYS = 28;
/** … and for kinds of day that come once a year. */
const HALF_LIFE_RARE_DAYS = 400;
/** A kind of day with this many contacts weighs as much as the common shape. */
const PRIOR_CONTACTS = 300;
/** A slot with this many contacts is smoothed by half with its neighbours. */
const SMOOTHING_CONTACTS = 20;

/**
 * Learns the distribution of contacts over the day, for each weekday and each kind of day. Rare kinds lean on the shape
 * common to all days.
 * @returns the share of each slot of a day; they add up to 1
 */
export function fitDayShapes(
  days: readonly ShapedDay[],
  slots: number,
  today: number,
): (day: ForecastDay) => number[] {
  const common = normalised(smoothed(sumOf(days, slots, today, HALF_LIFE_DAYS)), uniformShape(slots));
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
const uniformShape = (slots: number) => new Array<number>(slots).fill(1 / slots);

function sumOf(days: readonly ShapedDay[], slots: number, today: number, halfLife: number): number[] {
  const sums = new Array<number>(slots).fill(0);
  for (const { day, slots: counts } of days) {
    const weight = 2 ** (-Math.max(0, today - day) / halfLife);
    for (let slot = 0; slot < slots; slot++) sums[slot]! += weight * (counts[slot] ?? 0);
  }
  return sums;
}

/**
 * Slots with few contacts are smoothed with their neighbours; with many, edges stay sharp, such as the opening time.
 */
function smoothed(sums: number[]): number[] {
  return sums.map((sum, n) => {
    const around = ((sums[n - 1] ?? sum) + 2 * sum + (sums[n + 1] ?? sum)) / 4;
    const trust = Math.max(sum, around) / (Math.max(sum, around) + SMOOTHING_CONTACTS);
    return trust * sum + (1 - trust) * around;
  });
}

function normalised(sums: number[], otherwise: number[]): number[] {
  const total = sums.reduce((all, sum) => all + sum, 0);
  return total > 0 ? sums.map((sum) => sum / total) : otherwise;
}
