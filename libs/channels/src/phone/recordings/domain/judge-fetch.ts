import type { RecordingFault } from '#wasl/contracts';

/** Waits between attempts; afterwards a person may have it tried again. */
const RETRY_DELAYS_MS = [10_000, 60_000, 600_000, 3_600_000, 21_600_000];
/** One more than the waits, and one for a worker that ended in the last. */
export const MOST_ATTEMPTS = RETRY_DELAYS_MS.length + 2;

export interface FetchFault {
  fault: RecordingFault;
  detail: string | null;
}

/** What another attempt would not change. */
const FINAL: RecordingFault[] = [
  'too_large',
  'not_audio',
  'not_allowed',
  'redirected',
  'no_consent',
  'no_exchange',
  'interrupted',
];

/** @returns milliseconds until the next attempt, or null when there is none */
export function retryDelay({ fault }: FetchFault, attempts: number): number | null {
  return FINAL.includes(fault) ? null : (RETRY_DELAYS_MS[attempts - 1] ?? null);
}

/** An answer other than 200. */
export function faultOfStatus(status: number): FetchFault {
  const isRedirect = status >= 300 && status < 400;
  return { fault: isRedirect ? 'redirected' : 'answered', detail: String(status) };
}
