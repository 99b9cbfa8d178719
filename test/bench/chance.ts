import { Random } from '../simulate/random.js';

/** Reproducible chance, with the distributions of arrivals and of people. */
export class Chance extends Random {
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** mean and variance `shape`: Marsaglia and Tsang's method, for shapes of at least 1 */
  gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Large means as sums of halves: exact, and no exponential underflows. */
  poisson(mean: number): number {
    if (mean > 60) return this.poisson(mean / 2) + this.poisson(mean / 2);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }
}
