/** A day's count, and the count that the profile expected. */
export interface LevelPoint {
  count: number;
  profile: number;
}

/** Smoothing factors of the level (alpha) and the trend (beta), and the damping of the trend (phi). */
interface Smoothing {
  alpha: number;
  beta: number;
  phi: number;
}

const SMOOTHING_OPTIONS: Smoothing[] = [0.02, 0.05, 0.1, 0.2, 0.35].flatMap((alpha) =>
  [0, 0.02, 0.1].map((beta) => ({ alpha, beta, phi: 0.9 })),
);
/** Selected by the accuracy of forecasts a week ahead. */
const HORIZON_DAYS = 7;
/** One day cannot move the level by more than this factor. */
const MAX_DAILY_FACTOR = 2;

/**
 * The ratio of counts to their profile, by exponential smoothing with a damped trend. The smoothing factors are
 * selected on the history itself, by the accuracy a week ahead.
 * @returns the ratio expected so many days after the history
 */
export function fitLevel(points: readonly LevelPoint[]): (daysAhead: number) => number {
  let best = { error: Infinity, level: (_ahead: number) => 1 };
  for (const smoothing of SMOOTHING_OPTIONS) {
    const run = smooth(points, smoothing);
    if (run.error < best.error - 1e-9) best = run;
  }
  return best.level;
}

function smooth(points: readonly LevelPoint[], { alpha, beta, phi }: Smoothing) {
  let level = 1;
  let trend = 0;
  let error = 0;
  const mean = points.reduce((sum, { profile }) => sum + profile, 0) / Math.max(1, points.length);
  const ahead = (days: number) => Math.max(0.05, level + trend * dampedSum(phi, days));
  // Evaluated on the last year: older behaviour may differ.
  const judgedFrom = Math.max(Math.min(28, points.length - 1), points.length - 365);
  for (let n = 0; n < points.length; n++) {
    const target = points[n + HORIZON_DAYS - 1];
    if (n >= judgedFrom && target) error += Math.abs(target.count - target.profile * ahead(HORIZON_DAYS));
    const { count, profile } = points[n]!;
    const expected = level + phi * trend;
    const seen = Math.min(
      expected * MAX_DAILY_FACTOR,
      Math.max(expected / MAX_DAILY_FACTOR, count / Math.max(profile, 0.01)),
    );
    // A day with a low expected count says little about the level.
    const trust = Math.min(1, profile / Math.max(mean, 0.01));
    const next = expected + alpha * trust * (seen - expected);
    trend = phi * trend + beta * trust * (next - level - phi * trend);
    level = Math.max(0.05, next);
  }
  return { error, level: ahead };
}

/** φ + φ² + … + φʰ */
const dampedSum = (phi: number, days: number) => (phi * (1 - phi ** days)) / (1 - phi);
