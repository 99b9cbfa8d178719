/** Prints one line of results; `ratio` is relative to the reference of the same run. */
export function printLine(what: string, figures: Record<string, string | number>): void {
  const text = Object.entries(figures)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? round(value) : value}`)
    .join(', ');
  process.stdout.write(`${what}: ${text}\n`);
}

const round = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** Wrong answers make a benchmark meaningless, so they fail it. */
export function assertResult(holds: boolean, what: string): void {
  if (holds) return;
  process.stderr.write(`WRONG: ${what}\n`);
  process.exitCode = 1;
  throw new Error(what);
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
