export interface Regression {
  coefficients: number[];
  /** expected mean count for the features `x` */
  mean(x: readonly number[]): number;
}

const MAX_ITERATIONS = 25;
/** Residuals beyond this many standard deviations get less weight: an outage is not a pattern. */
const HUBER_THRESHOLD = 2;

/**
 * Regression of counts on features with a logarithmic link: every feature multiplies the mean. Iteratively reweighted
 * least squares for the Poisson family with estimated dispersion (quasi-Poisson): P. McCullagh, J. Nelder, Generalized
 * Linear Models, 2nd ed., §§ 2.5 and 6.2; outliers get Huber weights. `ridge` shrinks a coefficient towards zero like
 * that many counts of evidence for "no effect", so that rare features have little influence.
 * @param ridge one for each feature; 0 does not shrink it
 */
export function poissonRegression(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  ridge: readonly number[],
): Regression {
  const width = ridge.length;
  const average = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  let coefficients = new Array<number>(width).fill(0);
  coefficients[0] = Math.log(Math.max(average, 0.01));
  const eta = (x: readonly number[]) =>
    Math.min(
      30,
      Math.max(
        -10,
        x.reduce((sum, value, i) => sum + value * coefficients[i]!, 0),
      ),
    );
  for (let round = 0; round < MAX_ITERATIONS; round++) {
    const means = rows.map((row) => Math.exp(eta(row)));
    const scale = Math.sqrt(dispersion(counts, means));
    const normal = Array.from({ length: width }, () => new Array<number>(width + 1).fill(0));
    rows.forEach((row, n) => addRow(normal, row, counts[n]!, means[n]!, scale, eta(row)));
    ridge.forEach((weight, i) => (normal[i]![i]! += weight));
    const next = solve(normal);
    const change = Math.max(...next.map((value, i) => Math.abs(value - coefficients[i]!)));
    coefficients = next;
    if (change < 1e-9) break;
  }
  return { coefficients, mean: (x) => Math.exp(eta(x)) };
}

/**
 * The median of squared Pearson residuals, so that outliers do not inflate it; at least that of a Poisson distribution.
 */
function dispersion(counts: readonly number[], means: readonly number[]): number {
  const squares = counts.map((count, n) => (count - means[n]!) ** 2 / means[n]!).sort((a, b) => a - b);
  // 0.4549 is the median of the chi-square distribution with one degree of freedom.
  return Math.max(1, (squares[squares.length >> 1] ?? 1) / 0.4549);
}

function addRow(
  normal: number[][],
  row: readonly number[],
  count: number,
  mean: number,
  scale: number,
  eta: number,
): void {
  const residual = (count - mean) / Math.sqrt(mean) / scale;
  const weight = mean * Math.min(1, HUBER_THRESHOLD / Math.max(1e-12, Math.abs(residual)));
  const target = eta + (count - mean) / mean;
  for (let i = 0; i < row.length; i++) {
    if (row[i] === 0) continue;
    for (let j = 0; j < row.length; j++) normal[i]![j]! += weight * row[i]! * row[j]!;
    normal[i]![row.length]! += weight * row[i]! * target;
  }
}

/** Gaussian elimination with pivoting; an undetermined direction stays at zero. */
function solve(matrix: number[][]): number[] {
  const n = matrix.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    const lead = matrix[column]![column]!;
    if (Math.abs(lead) < 1e-12) continue;
    for (let row = 0; row < n; row++) {
      const factor = row === column ? 0 : matrix[row]![column]! / lead;
      if (factor !== 0) for (let k = column; k <= n; k++) matrix[row]![k]! -= factor * matrix[column]![k]!;
    }
  }
  return matrix.map((row, i) => (Math.abs(row[i]!) < 1e-12 ? 0 : row[n]! / row[i]!));
}
