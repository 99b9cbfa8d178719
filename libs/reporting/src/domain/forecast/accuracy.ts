/** Expected and actual counts of a period. */
export interface ForecastPair {
  expected: number;
  actual: number;
}

/**
 * Weighted absolute percentage error: Σ|expected − actual| ÷ Σ actual. Unlike the mean of percentages it is defined for
 * intervals without contacts, and weights busy hours accordingly.
 * @returns a share; null when nothing happened
 */
export function wape(pairs: readonly ForecastPair[]): number | null {
  const actual = pairs.reduce((sum, pair) => sum + pair.actual, 0);
  const error = pairs.reduce((sum, pair) => sum + Math.abs(pair.expected - pair.actual), 0);
  return actual === 0 ? null : error / actual;
}
