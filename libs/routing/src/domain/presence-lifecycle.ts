import type { PresenceState } from '#wasl/contracts';
import { illegalTransition } from '#wasl/kernel';

/** Who asks for a change of presence. */
export type PresenceActor = 'agent' | 'system' | 'supervisor';

/** Changes that an agent may make. Busy and wrap-up start by themselves; offline is reached from not_ready. */
const BY_AGENT: Record<PresenceState, readonly PresenceState[]> = {
  offline: ['not_ready'],
  not_ready: ['available', 'offline', 'not_ready'],
  available: ['not_ready'],
  busy: [],
  wrap_up: ['available', 'not_ready'],
};

/** Changes that work and timers make. */
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
    // A supervisor may end any state, but cannot make an agent available.
    if (to === 'offline' || to === 'not_ready') return;
  } else if ((actor === 'agent' ? BY_AGENT : BY_SYSTEM)[from].includes(to)) {
    return;
  }
  throw illegalTransition('presence', from, to);
}

/** A fully busy agent who asks for a break gets it when the current work is done. */
export function isDeferredWhileBusy(from: PresenceState, to: PresenceState): boolean {
  return from === 'busy' && (to === 'not_ready' || to === 'available' || to === 'offline');
}
