import type { ReferralState } from '#wasl/contracts';
import { conflict } from '#wasl/kernel';

export const REFERRAL_VERBS = ['receive', 'accept', 'return', 'complete', 'recall', 'message'] as const;
export type ReferralVerb = (typeof REFERRAL_VERBS)[number];

interface Transition {
  from: readonly ReferralState[];
  /** null: the state stays */
  to: ReferralState | null;
}

const LIVE: readonly ReferralState[] = ['sent', 'received', 'accepted'];

/**
 * Allowed changes. `sent`: nobody of the entity has seen it; `received`: somebody has; `accepted`: the entity takes it;
 * `completed`: it has answered; `returned`: it is not its matter; `recalled`: the centre took it back.
 */
const TRANSITIONS: Record<ReferralVerb, Transition> = {
  receive: { from: ['sent'], to: 'received' },
  accept: { from: ['sent', 'received'], to: 'accepted' },
  // Also after accepting: that it is another's matter may only be seen on the spot.
  return: { from: LIVE, to: 'returned' },
  complete: { from: ['accepted'], to: 'completed' },
  recall: { from: LIVE, to: 'recalled' },
  message: { from: LIVE, to: null },
};

/** The entity has it. */
export const isLive = (state: ReferralState): boolean => LIVE.includes(state);

export const allows = (state: ReferralState, verb: ReferralVerb): boolean =>
  TRANSITIONS[verb].from.includes(state);

/**
 * The state after a verb.
 * @throws conflict `referral.state`, naming both states
 */
export function stateAfter(state: ReferralState, verb: ReferralVerb): ReferralState {
  const to = TRANSITIONS[verb].to ?? state;
  if (!allows(state, verb))
    throw conflict('referral.state', { from: state, to: verb === 'message' ? 'accepted' : to });
  return to;
}

/** So many returns of one part bring it before the arbiter. */
const RETURNS_BEFORE_ARBITRATION = 2;
export const goesToArbiter = (returns: number): boolean => returns >= RETURNS_BEFORE_ARBITRATION;
