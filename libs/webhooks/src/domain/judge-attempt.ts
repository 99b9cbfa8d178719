import { hours, minutes, seconds } from '#wasl/kernel';

/** Delays after each failed attempt. */
const RETRY_DELAYS = [
  seconds(5),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
];

/** What an attempt ended with: the status of the answer, or why there was none. */
export type Attempt = { status: number } | { fault: string };

export type Verdict =
  | { is: 'delivered' }
  | { is: 'retry'; afterMs: number }
  | { is: 'failed' }
  | { is: 'gone' }
  | { is: 'exhausted' };

/**
 * What follows from an attempt. Any 2xx is taken; 410 says that the receiver is gone for good; everything else, redirects
 * too, is tried again until the delays are used up.
 * @param attempts how many were made, this one included
 * @param once a test is not tried again
 */
export function judgeAttempt(attempt: Attempt, attempts: number, once: boolean): Verdict {
  if ('status' in attempt) {
    if (attempt.status >= 200 && attempt.status < 300) return { is: 'delivered' };
    if (attempt.status === 410) return { is: 'gone' };
  }
  if (once) return { is: 'failed' };
  const afterMs = RETRY_DELAYS[attempts - 1];
  return afterMs === undefined ? { is: 'exhausted' } : { is: 'retry', afterMs };
}
