import type { ServiceLevelVariant } from '#wasl/contracts';

/** Sums over some period, of contacts that arrived in it. */
export interface AnsweredAndAbandoned {
  answered: number;
  answeredInThreshold: number;
  abandoned: number;
  /** at or before the threshold, including short abandons */
  abandonedInThreshold: number;
  /** abandoned before the short-abandon threshold */
  shortAbandoned: number;
}

type Share = (sums: AnsweredAndAbandoned) => [inTime: number, counted: number];

/**
 * The variants, one line each: a share of "in time" in "counted". "All" are contacts whose wait has ended: answered or
 * abandoned.
 */
const SHARES: Record<ServiceLevelVariant, Share> = {
  // An abandon before the threshold could not have been answered late, and counts neither way.
  late_abandons_count: (s) => [s.answeredInThreshold, s.answered + s.abandoned - s.abandonedInThreshold],
  of_all: (s) => [s.answeredInThreshold, s.answered + s.abandoned],
  of_answered: (s) => [s.answeredInThreshold, s.answered],
  abandons_in_time_credited: (s) => [
    s.answeredInThreshold + s.abandonedInThreshold,
    s.answered + s.abandoned,
  ],
  short_abandons_credited: (s) => [s.answeredInThreshold + s.shortAbandoned, s.answered + s.abandoned],
  short_abandons_left_out: (s) => [s.answeredInThreshold, s.answered + s.abandoned - s.shortAbandoned],
};

/** @returns percent; null while nothing counts */
export function serviceLevel(
  sums: AnsweredAndAbandoned,
  variant: ServiceLevelVariant = 'late_abandons_count',
): number | null {
  const [inTime, counted] = SHARES[variant](sums);
  return counted === 0 ? null : (inTime / counted) * 100;
}
