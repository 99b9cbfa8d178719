/** Nodes and weights of Gauss–Legendre quadrature on [−1, 1], by Newton's method on the polynomial. */
function gaussLegendre(points: number): { nodes: number[]; weights: number[] } {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < points; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      const [value, before] = legendre(points, x);
      slope = (points * (x * value - before)) / (x * x - 1);
      const next = x - value / slope;
      if (Math.abs(next - x) < 1e-16) break;
      x = next;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

function legendre(n: number, x: number): [number, number] {
  let before = 1;
  let value = x;
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return [value, before];
}

const RULE = gaussLegendre(12);
const PANELS = 40;

/**
 * Integrates several functions of the same points at once.
 * @param at fills in the values of all functions at a point
 * @returns one integral each; zeros when `to` is not above `from`
 */
export function integrate(
  from: number,
  to: number,
  count: number,
  at: (x: number, values: number[]) => void,
): number[] {
  const sums = new Array<number>(count).fill(0);
  if (!(to > from)) return sums;
  const values = new Array<number>(count).fill(0);
  const half = (to - from) / PANELS / 2;
  for (let panel = 0; panel < PANELS; panel++) {
    const middle = from + half * (2 * panel + 1);
    for (let i = 0; i < RULE.nodes.length; i++) {
      at(middle + half * RULE.nodes[i]!, values);
      for (let f = 0; f < count; f++) sums[f]! += values[f]! * RULE.weights[i]! * half;
    }
  }
  return sums;
}
