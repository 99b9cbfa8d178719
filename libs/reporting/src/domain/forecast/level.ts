/** A day as the profile expected it, and as it was. */
export interface LevelPoint {
  count: number;
  profile: number;
}

/** How quickly the level follows, its trend, and how quickly a trend dies down. */
interface Smoothing {
  alpha: number;
  beta: number;
  phi: number;
}

const CHOICES: Smoothing[] = [0.02, 0.05, 0.1, 0.2, 0.35].flatMap((alpha) =>
  [0, 0.02, 0.1].map((beta) => ({ alpha, beta, phi: 0.9 })),
);
/** Chosen by how well a week ahead would have been known. */
const AHEAD = 7;
/** One day cannot move the level further than this factor says. */
const MOST = 2;

/**
 * The ratio of counts to their profile, followed by exponential smoothing with a damped trend. How quickly it follows is
 * chosen by the history itself: by what would have told the days a week ahead best.
 * @returns the ratio expected so many days after the history
 */
export function followLevel(points: readonly LevelPoint[]): (daysAhead: number) => number {
  let best = { error: Infinity, level: (_ahead: number) => 1 };
  for (const smoothing of CHOICES) {
    const run = runThrough(points, smoothing);
    if (run.error < best.error - 1e-9) best = run;
  }
  return best.level;
}

function runThrough(points: readonly LevelPoint[], { alpha, beta, phi }: Smoothing) {
  let level = 1;
  let trend = 0;
  let error = 0;
  const mean = points.reduce((sum, { profile }) => sum + profile, 0) / Math.max(1, points.length);
  const ahead = (days: number) => Math.max(0.05, level + trend * dampedSum(phi, days));
  // Judged by the last year: what was long ago may have moved in other ways.
  const judgedFrom = Math.max(Math.min(28, points.length - 1), points.length - 365);
  for (let n = 0; n < points.length; n++) {
    const target = points[n + AHEAD - 1];
    if (n >= judgedFrom && target) error += Math.abs(target.count - target.profile * ahead(AHEAD));
    const { count, profile } = points[n]!;
    const expected = level + phi * trend;
    const seen = Math.min(expected * MOST, Math.max(expected / MOST, count / Math.max(profile, 0.01)));
    // A day of which little was expected says little about the level.
    const trust = Math.min(1, profile / Math.max(mean, 0.01));
    const next = expected + alpha * trust * (seen - expected);
    trend = phi * trend + beta * trust * (next - level - phi * trend);
    level = Math.max(0.05, next);
  }
  return { error, level: ahead };
}

/** φ + φ² + … + φʰ */
const dampedSum = (phi: number, days: number) => (phi * (1 - phi ** days)) / (1 - phi);
