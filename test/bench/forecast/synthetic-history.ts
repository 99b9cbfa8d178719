import type { DayKind } from '#wasl/reporting';
import { RandomVariates } from '../random-variates.js';

export const SLOTS = 48;

/** A generated day: expected and actual arrivals. */
export interface SyntheticDay {
  day: number;
  kind: DayKind;
  /** per half hour */
  expected: number[];
  counts: number[];
}

export interface SyntheticHistory {
  days: SyntheticDay[];
  isWeekend(day: number): boolean;
}

/** Starts on Sunday; the weekend is Friday and Saturday. */
const WEEK = [1.28, 1.16, 1.08, 1.04, 0.98, 0.42, 0.62];
const HOLIDAY = 0.38;
const AFTER_HOLIDAY = 1.35;
const RAMADAN = 0.82;
/** per year */
const GROWTH = 0.08;

/**
 * Generates three years of arrivals with known structure: weekdays, a season of two waves, growth, a service that opens
 * and one that closes (level shifts), Ramadan with its own evenings, holidays and the rush after them, outages,
 * and overdispersed noise, by which whole days are above or below average.
 */
export function generateHistory(
  seed: number,
  first: number,
  count: number,
  kindOf: (day: number) => DayKind,
): SyntheticHistory {
  const chance = new RandomVariates(seed);
  const jumps = [
    { at: first + Math.round(count * 0.45), factor: 1.18 },
    { at: first + Math.round(count * 0.8), factor: 0.88 },
  ];
  const days = Array.from({ length: count }, (_, n): SyntheticDay => {
    const day = first + n;
    const kind = kindOf(day);
    const mean = dailyMean(day, first, kind, jumps);
    const mood = chance.gamma(1 / 0.004) * 0.004;
    const outage = chance.next() < 0.006 ? 0.4 + 1.4 * chance.next() : 1;
    const shape = shapeOf(day, kind);
    return {
      day,
      kind,
      expected: shape.map((share) => mean * share),
      counts: shape.map((share) => chance.poisson(mean * share * mood * outage)),
    };
  });
  return { days, isWeekend: (day) => weekday(day) === 5 || weekday(day) === 6 };
}

const weekday = (day: number) => (day + 4) % 7;

function dailyMean(
  day: number,
  first: number,
  kind: DayKind,
  jumps: { at: number; factor: number }[],
): number {
  const years = (day - first) / 365.2425;
  const turn = 2 * Math.PI * years;
  const season = 1 + 0.12 * Math.cos(turn - 0.4) + 0.05 * Math.sin(2 * turn);
  const level = jumps.reduce((product, jump) => (day >= jump.at ? product * jump.factor : product), 1);
  const ofDay =
    kind === 'holiday'
      ? HOLIDAY
      : WEEK[weekday(day)]! * (kind === 'ramadan' ? RAMADAN : kind === 'after_holiday' ? AFTER_HOLIDAY : 1);
  return 2_400 * (1 + GROWTH * years) * season * level * ofDay;
}

/** A morning peak and a smaller afternoon one; in Ramadan late mornings and evenings; on holidays all day. */
function shapeOf(day: number, kind: DayKind): number[] {
  const humps: [hour: number, width: number, weight: number][] =
    kind === 'ramadan'
      ? [
          [11, 2, 1],
          [21.5, 1.8, 0.7],
        ]
      : kind === 'holiday'
        ? [[14, 4.5, 1]]
        : [
            [10 + (weekday(day) === 0 ? -0.5 : 0), 1.9, 1],
            [16.5, 2.6, 0.45],
          ];
  const raw = Array.from({ length: SLOTS }, (_, slot) => {
    const hour = slot / 2 + 0.25;
    return humps.reduce(
      (sum, [at, width, weight]) => sum + weight * Math.exp(-(((hour - at) / width) ** 2) / 2),
      0.02,
    );
  });
  const total = raw.reduce((sum, share) => sum + share, 0);
  return raw.map((share) => share / total);
}
