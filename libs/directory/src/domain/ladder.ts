export interface TimedStep {
  afterMinutes: number;
  officers: readonly string[];
}

/** Why steps cannot follow one another, or null. Each comes later than the one before, and tells somebody. */
export function ladderFault(ladder: readonly TimedStep[]): 'order' | 'required' | null {
  if (ladder.some(({ officers }) => officers.length === 0)) return 'required';
  const isLater = ladder.every(
    ({ afterMinutes }, n) => n === 0 || afterMinutes > ladder[n - 1]!.afterMinutes,
  );
  return isLater ? null : 'order';
}
