/** Why a message is visible to staff only until one of them decides. */
export const HOLD_REASONS = ['not_participant', 'failed_checks'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const HELD_STATES = ['waiting', 'accepted', 'dismissed'] as const;
export type HeldState = (typeof HELD_STATES)[number];

export type HeldDecision = 'accept' | 'dismiss';

/**
 * The state after a decision. A dismissed message may still be accepted. An accepted one has been shown to the
 * requester and cannot be dismissed. `null`: refused.
 */
const TRANSITIONS: Record<HeldState, Record<HeldDecision, HeldState | null>> = {
  waiting: { accept: 'accepted', dismiss: 'dismissed' },
  dismissed: { accept: 'accepted', dismiss: 'dismissed' },
  accepted: { accept: 'accepted', dismiss: null },
};

export function stateAfterDecision(state: HeldState, decision: HeldDecision): HeldState | null {
  return TRANSITIONS[state][decision];
}

export interface HeldSender {
  address: string;
  name: string | null;
}

/** The text of an accepted message: names its author when that was not the requester. */
export function withAttribution(body: string, { address, name }: HeldSender): string {
  return `From: ${name ? `${name} ` : ''}<${address}>\n\n${body}`;
}
