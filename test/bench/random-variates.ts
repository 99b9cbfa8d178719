import { Random } from '../simulate/random.js';

/**
 * Seeded random variates for long simulations. The small generator it
 * extends has a single cycle of 2³² numbers, on which streams of many replications would overlap; this one (sfc32, by
 * C. Doty-Humphrey of PractRand) has 128 bits of state, and an independent stream for every seed and label.
 */
export class RandomVariates extends Random {
  private readonly words: Uint32Array;

  constructor(
    private readonly seeded: number,
    private readonly path = '',
  ) {
    super(seeded);
    this.words = Uint32Array.of(seeded, hashOf(path, 0x811c9dc5), hashOf(path, 0x9e3779b9), 1);
    for (let n = 0; n < 20; n++) this.next();
  }

  override next(): number {
    const w = this.words;
    const sum = (w[0]! + w[1]! + w[3]!) >>> 0;
    w[3] = w[3]! + 1;
    w[0] = w[1]! ^ (w[1]! >>> 9);
    w[1] = w[2]! + (w[2]! << 3);
    w[2] = ((w[2]! << 21) | (w[2]! >>> 11)) + sum;
    return sum / 4_294_967_296;
  }

  /** the same labels give the same stream, however many numbers were drawn before */
  override fork(label: string): RandomVariates {
    return new RandomVariates(this.seeded, `${this.path}/${label}`);
  }

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

  /** Splits large means into halves: exact, and avoids underflow. */
  poisson(mean: number): number {
    if (mean > 60) return this.poisson(mean / 2) + this.poisson(mean / 2);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }
}

function hashOf(text: string, begin: number): number {
  let hash = begin;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
