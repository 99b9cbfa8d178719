import { DAY_KINDS, type DayCount, type ForecastDay, weekdayOf } from './days.js';
import { fitLevel } from './level.js';
import { poissonRegression } from './poisson-regression.js';

/** Fewer days cannot show a weekly pattern. */
export const MIN_HISTORY_DAYS = 14;
const DAYS_PER_YEAR = 365.2425;
/** A seasonal effect needs more than one year of history, a trend two. */
const DAYS_FOR_SEASON = 400;
const DAYS_FOR_TREND = 730;
const SEASONAL_WAVES = 3;

export interface DailyModel {
  /** contacts expected on a day after the history */
  expect(day: ForecastDay): number;
  /** factors of the weekdays (Sunday first) and kinds of day, for display */
  factors: { weekdays: number[]; kinds: Record<string, number> };
}

/**
 * Learns how many contacts a day brings: a profile (weekday, season, Ramadan, holiday and the day after it) by Poisson
 * regression, and the remaining level by exponential smoothing with a damped trend (E. Gardner, E. McKenzie,
 * "Forecasting trends in time series", Management Science 31 (1985)).
 * @param history day by day without gaps, oldest first
 * @returns null with fewer than 14 days
 */
export function fitDailyModel(history: readonly DayCount[]): DailyModel | null {
  if (history.length < MIN_HISTORY_DAYS) return null;
  const last = history.at(-1)!.day;
  const season = history.length >= DAYS_FOR_SEASON;
  const features = featuresOf(last, season, history.length >= DAYS_FOR_TREND);
  const average = history.reduce((sum, { count }) => sum + count, 0) / history.length;
  const regression = poissonRegression(
    history.map(features),
    history.map(({ count }) => count),
    ridgeOf(average, season),
  );
  const profile = history.map((day) => regression.mean(features(day)));
  const level = fitLevel(history.map(({ count }, n) => ({ count, profile: profile[n]! })));
  return {
    expect: (day) => regression.mean(features(day)) * level(Math.max(1, day.day - last)),
    factors: factorsOf(regression.coefficients),
  };
}

/**
 * Features: a constant, six weekdays against the mean of the week, three kinds of day, the trend, and seasonal waves.
 */
function featuresOf(last: number, season: boolean, trend: boolean) {
  return ({ day, kind }: ForecastDay): number[] => {
    const weekday = weekdayOf(day);
    // A holiday has no weekday effect.
    const week = Array.from({ length: 6 }, (_, n) =>
      kind === 'holiday' ? 0 : n === weekday ? 1 : weekday === 6 ? -1 : 0,
    );
    const kinds = DAY_KINDS.slice(1).map((name) => (name === kind ? 1 : 0));
    const years = (day - last) / DAYS_PER_YEAR;
    // The trend ends with the history: the level continues from there.
    const waves = Array.from(
      { length: season ? SEASONAL_WAVES : 0 },
      (_, n) => 2 * Math.PI * (n + 1) * years,
    );
    return [
      1,
      ...week,
      ...kinds,
      trend ? Math.min(0, years) : 0,
      ...waves.flatMap((turn) => [Math.sin(turn), Math.cos(turn)]),
    ];
  };
}

/** Evidence needed for an effect, in contacts: two days for a kind of day, half a day for a weekday. */
function ridgeOf(average: number, season: boolean): number[] {
  const waves = new Array<number>(season ? 2 * SEASONAL_WAVES : 0).fill(2 * average);
  return [
    0,
    ...new Array<number>(6).fill(average / 2),
    ...new Array<number>(3).fill(2 * average),
    average,
    ...waves,
  ];
}

function factorsOf(coefficients: readonly number[]): DailyModel['factors'] {
  const week = coefficients.slice(1, 7);
  const saturday = -week.reduce((sum, value) => sum + value, 0);
  return {
    weekdays: [...week, saturday].map(Math.exp),
    kinds: Object.fromEntries(
      DAY_KINDS.map((kind, n) => [kind, n === 0 ? 1 : Math.exp(coefficients[6 + n]!)]),
    ),
  };
}
