import type { AttemptOutcome, CallbackState, CallEndCause } from '#wasl/contracts';

/** How many attempts are made, and the pause between them; set in the country profile. */
export interface CallbackRules {
  attempts: number;
  retryMinutes: number;
}

export interface AfterAttempt {
  state: Extract<CallbackState, 'waiting' | 'reached' | 'wrong_number' | 'gave_up'>;
  attempts: number;
  /** the next due time, while it is waiting */
  dueAt: Date;
}

/**
 * The state of a callback after one more attempt. An unanswered one is retried later, as often as the rules allow; a
 * wrong number ends it at once.
 * @param before attempts that were made before this one
 */
export function afterAttempt(
  before: number,
  outcome: AttemptOutcome,
  rules: CallbackRules,
  now: Date,
): AfterAttempt {
  const attempts = before + 1;
  const settled = { attempts, dueAt: now };
  if (outcome === 'reached' || outcome === 'wrong_number') return { ...settled, state: outcome };
  if (attempts >= rules.attempts) return { ...settled, state: 'gave_up' };
  return { attempts, state: 'waiting', dueAt: new Date(now.getTime() + rules.retryMinutes * 60_000) };
}

/** The attempt outcome implied by our outbound call; null when it says nothing about the requester. */
export function outcomeOfCall(call: { answered: boolean; cause: CallEndCause }): AttemptOutcome | null {
  if (call.answered) return 'reached';
  switch (call.cause) {
    case 'busy':
      return 'busy';
    case 'notFound':
      return 'wrong_number';
    case 'congestion':
      return null;
    default:
      return 'no_answer';
  }
}
