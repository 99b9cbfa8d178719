/** Sums over some period, of contacts that arrived in it. */
export interface AnsweredAndAbandoned {
  answered: number;
  answeredInThreshold: number;
  abandoned: number;
  abandonedAfterThreshold: number;
}

/**
 * Service level, default variant: answered within the threshold ÷ (answered + abandoned after the threshold), in
 * percent. Those who gave up before the threshold could not have been answered late, and count neither way.
 * @returns null when nobody was answered and nobody gave up late
 */
export function serviceLevel(sums: AnsweredAndAbandoned): number | null {
  const counted = sums.answered + sums.abandonedAfterThreshold;
  return counted === 0 ? null : (sums.answeredInThreshold / counted) * 100;
}
