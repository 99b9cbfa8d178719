/** A mean with its 95 % confidence interval, from independent replications. */
export interface Estimate {
  mean: number;
  halfWidth: number;
  replications: number;
}

/** Student's t at 97.5 %, by degrees of freedom; an approximation beyond the table. */
const T = [
  12.71, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093,
];

export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, halfWidth: (T[n - 2] ?? 1.98) * Math.sqrt(variance / n), replications: n };
}

/**
 * The same with a control variate (A. Law, Simulation Modeling and Analysis, 5th ed., §11.4): the traffic of a replication
 * varies at random, and its results with it. The part explained by traffic is removed, because the true mean of traffic
 * is known.
 */
export function withControlVariate(
  values: readonly number[],
  traffic: readonly number[],
  meant: number,
): Estimate {
  const [meanValue, meanTraffic] = [meanOf(values), meanOf(traffic)];
  let [joint, own] = [0, 0];
  values.forEach((value, n) => {
    joint += (value - meanValue) * (traffic[n]! - meanTraffic);
    own += (traffic[n]! - meanTraffic) ** 2;
  });
  const slope = own === 0 ? 0 : joint / own;
  const n = values.length;
  const rest = values.reduce(
    (sum, value, i) => sum + (value - meanValue - slope * (traffic[i]! - meanTraffic)) ** 2,
    0,
  );
  const variance = (rest / (n - 2)) * (1 / n + (meanTraffic - meant) ** 2 / Math.max(own, 1e-12));
  return {
    mean: meanValue - slope * (meanTraffic - meant),
    halfWidth: (T[n - 3] ?? 1.98) * Math.sqrt(variance),
    replications: n,
  };
}

/** The ratio of two means of the same seeds, so that common random variation cancels out. */
export function ratio(values: readonly number[], to: readonly number[]): Estimate {
  const whole = meanOf(to);
  const mean = meanOf(values) / whole;
  const { halfWidth } = estimate(values.map((value, n) => (value - mean * to[n]!) / whole));
  return { mean, halfWidth, replications: values.length };
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export const formatEstimate = ({ mean, halfWidth }: Estimate, digits = 3): string =>
  `${mean.toPrecision(digits)} ± ${halfWidth.toPrecision(2)}`;

/** Jain's index of fairness: 1 when all have the same, 1/n when one has everything. */
export function fairness(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value, 0);
  const squares = values.reduce((all, value) => all + value * value, 0);
  return (sum * sum) / (values.length * squares);
}
