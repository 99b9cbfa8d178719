import type { AttemptOutcome, CallbackState, CallCause } from '#wasl/contracts';

/** How often somebody is called back in vain, and how long to wait between; the country's profile says it. */
export interface CallbackRules {
  attempts: number;
  retryMinutes: number;
}

export interface AfterAttempt {
  state: Extract<CallbackState, 'waiting' | 'reached' | 'wrong_number' | 'gave_up'>;
  attempts: number;
  /** when it is due again, when it waits */
  dueAt: Date;
}

/**
 * What becomes of a callback by one more attempt. Who did not answer is tried again after a while, as often as the rules
 * say; a wrong number is wrong at once.
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

/** What a call of ours to the caller says of the attempt: none when it tells nothing of them. */
export function outcomeOfCall(call: { answered: boolean; cause: CallCause }): AttemptOutcome | null {
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
