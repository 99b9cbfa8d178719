import type { PresenceState } from '#wasl/contracts';
import { illegalTransition } from '#wasl/kernel';

/** Who asks for a change of presence. */
export type PresenceActor = 'agent' | 'system' | 'supervisor';

/** What an agent may do by hand. Busy and wrap-up begin by themselves; offline is reached from not_ready. */
const BY_AGENT: Record<PresenceState, readonly PresenceState[]> = {
  offline: ['not_ready'],
  not_ready: ['available', 'offline', 'not_ready'],
  available: ['not_ready'],
  busy: [],
  wrap_up: ['available', 'not_ready'],
};

/** What work and time do to it. */
const BY_SYSTEM: Record<PresenceState, readonly PresenceState[]> = {
  offline: ['not_ready'],
  not_ready: ['offline', 'not_ready', 'busy'],
  available: ['busy', 'not_ready'],
  busy: ['wrap_up'],
  wrap_up: ['available', 'not_ready', 'busy'],
};

/** @throws conflict `presence.illegal_transition`, naming both states */
export function assertPresenceChange(from: PresenceState, to: PresenceState, actor: PresenceActor): void {
  if (actor === 'supervisor') {
    // A supervisor may end anything, but cannot make somebody work.
    if (to === 'offline' || to === 'not_ready') return;
  } else if ((actor === 'agent' ? BY_AGENT : BY_SYSTEM)[from].includes(to)) {
    return;
  }
  throw illegalTransition('presence', from, to);
}

/** An agent at full capacity who asks for a break gets it when the work in hand is done. */
export function mustWait(from: PresenceState, to: PresenceState): boolean {
  return from === 'busy' && (to === 'not_ready' || to === 'available' || to === 'offline');
}
