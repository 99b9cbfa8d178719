import type { CallCause } from '#wasl/contracts';

/** ITU-T Q.850, as far as exchanges use it. */
const CAUSES: Record<number, CallCause> = {
  1: 'notFound', // unallocated number
  2: 'notFound', // no route to network
  3: 'notFound', // no route to destination
  16: 'normalClearing',
  17: 'busy',
  18: 'noAnswer', // no user responding
  19: 'noAnswer', // user alerted, no answer
  20: 'noAnswer', // subscriber absent
  21: 'busy', // call rejected
  22: 'notFound', // number changed
  26: 'forwarded', // answered elsewhere
  27: 'congestion', // destination out of order
  28: 'notFound', // invalid number format
  34: 'congestion', // no circuit available
  38: 'congestion', // network out of order
  41: 'congestion', // temporary failure
  42: 'congestion', // switch congestion
  44: 'congestion', // requested circuit not available
};

/**
 * Why a call ended. A hangup before the answer has cause 0 or 16, or 32 when we hang up, so whether the call was
 * answered tells them apart.
 */
export function hangupCause(q850: number, answered: boolean): CallCause {
  const cause = CAUSES[q850] ?? 'normalClearing';
  return cause === 'normalClearing' && !answered ? 'cancel' : cause;
}
