/**
 * How many tries at a secret a budget grants. After the `free` ones each further try must wait, longer each time; the
 * last delay repeats. A budget that is left alone for `forgetSeconds` starts anew.
 */
export interface BudgetPolicy {
  free: number;
  delaysSeconds: readonly [number, ...number[]];
  forgetSeconds: number;
}

/** What the database holds of a budget. Times in milliseconds; `readyAt` is null while the next try need not wait. */
export interface BudgetState {
  tries: number;
  readyAt: number | null;
  forgetAt: number;
}

export type AttemptDecision =
  { allowed: true; next: BudgetState } | { allowed: false; retryAfterSeconds: number };

/** Seconds to wait after the n-th try, at index n - 1; the last entry stands for all that follow. */
export function delaySchedule({ free, delaysSeconds }: BudgetPolicy): number[] {
  return [...new Array<number>(Math.max(0, free - 1)).fill(0), ...delaysSeconds];
}

/**
 * Whether one more try may be made now, and what the budget is then. The statement of `AttemptBudgets` does the same
 * atomically; a test holds the two together.
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

/** The most tries that a policy grants within any span of time, whoever makes them and however they are timed. */
export function mostTriesWithin(policy: BudgetPolicy, seconds: number): number {
  const schedule = delaySchedule(policy);
  let tries = 0;
  let at = 0;
  while (at <= seconds) {
    tries += 1;
    at += schedule[Math.min(tries, schedule.length) - 1]!;
  }
  return tries;
}

/** One budget that a try is charged to. */
export interface Budget {
  /** what it counts: kind of secret, whose, from where; stored as an HMAC only */
  key: readonly [kind: string, ...parts: string[]];
  policy: BudgetPolicy;
  /** the account whose lock this is, so that it can be shown and cleared */
  ownerId?: string;
  /**
   * What a right secret does: `clear` forgives the earlier failures too, because only its owner can have made them;
   * `refund` takes back this one try, because the budget is shared with others, who may go on guessing.
   */
  onSuccess: 'clear' | 'refund';
}
