/**
 * How many attempts at a secret a budget grants. After the `free` ones each further attempt must wait, longer each
 * time; the last delay repeats. A budget without attempts for `forgetSeconds` is reset.
 */
export interface BudgetPolicy {
  free: number;
  delaysSeconds: readonly [number, ...number[]];
  forgetSeconds: number;
}

/** The stored state of a budget. Times in milliseconds; `readyAt` is null while the next attempt need not wait. */
export interface BudgetState {
  tries: number;
  readyAt: number | null;
  forgetAt: number;
}

export type AttemptDecision =
  { allowed: true; next: BudgetState } | { allowed: false; retryAfterSeconds: number };

/** Seconds to wait after the n-th attempt, at index n - 1; the last entry applies to all later attempts. */
export function delaySchedule({ free, delaysSeconds }: BudgetPolicy): number[] {
  return [...new Array<number>(Math.max(0, free - 1)).fill(0), ...delaysSeconds];
}

/**
 * Whether one more attempt is allowed now, and the state of the budget afterwards. The SQL of `AttemptBudgets` does the
 * same atomically; a test compares the two.
 */
export function decideAttempt(state: BudgetState | null, policy: BudgetPolicy, now: number): AttemptDecision {
  if (state?.readyAt != null && state.readyAt > now)
    return { allowed: false, retryAfterSeconds: Math.ceil((state.readyAt - now) / 1000) };
  const tries = !state || state.forgetAt <= now ? 1 : state.tries + 1;
  const schedule = delaySchedule(policy);
  const delay = schedule[Math.min(tries, schedule.length) - 1]!;
  return {
    allowed: true,
    next: {
      tries,
      readyAt: delay === 0 ? null : now + delay * 1000,
      forgetAt: now + policy.forgetSeconds * 1000,
    },
  };
}

/** The maximum number of attempts that a policy grants within any period of this length, however they are timed. */
export function maxAttemptsWithin(policy: BudgetPolicy, seconds: number): number {
  const schedule = delaySchedule(policy);
  let tries = 0;
  let at = 0;
  while (at <= seconds) {
    tries += 1;
    at += schedule[Math.min(tries, schedule.length) - 1]!;
  }
  return tries;
}

/** One budget that an attempt is counted against. */
export interface Budget {
  /** identifies what is counted: kind of secret, owner, source; stored only as an HMAC */
  key: readonly [kind: string, ...parts: string[]];
  policy: BudgetPolicy;
  /** the account whose lock this is, so that it can be shown and cleared */
  ownerId?: string;
  /**
   * What a right secret does: `clear` deletes the budget, because only the owner can have made the earlier failures;
   * `refund` undoes only this attempt, because the budget is shared with others who may still be guessing.
   */
  onSuccess: 'clear' | 'refund';
}
