import type { Tx } from '#wasl/platform';
import { heldUnits, lockPresence, movePresence, type PresenceRow } from './presence-store.js';

/**
 * An agent has taken work: busy when no capacity is left. Their idle time starts again either way.
 * @param uncounted units of a call that had already ended when it was reported, and so is not stored
 */
export async function onWorkTaken(tx: Tx, presence: PresenceRow, uncounted = 0): Promise<void> {
  const { held, capacity } = await heldUnits(tx, presence.staffId);
  if (
    held + uncounted >= capacity &&
    (presence.state === 'available' || presence.state === 'not_ready' || presence.state === 'wrap_up')
  ) {
    await movePresence(tx, presence, { to: 'busy', by: 'system', next: backTo(presence) });
  } else {
    tx.send('UPDATE presence SET version = version + 1, idle_since = $2 WHERE staff_id = $1', [
      presence.staffId,
      tx.now,
    ]);
  }
}

/** An agent who takes work by hand during a break returns to the break afterwards. */
function backTo(presence: PresenceRow) {
  return presence.state === 'not_ready' ? { state: presence.state, reason: presence.reason } : null;
}

/**
 * An agent has finished or returned work. A busy agent who has capacity again goes through wrap-up. Without wrap-up
 * time they go straight to the state they asked for meanwhile, or to available.
 * @returns whether wrap-up began
 */
export async function onWorkReleased(tx: Tx, agentId: string, wrapUpSeconds: number): Promise<boolean> {
  const presence = await lockPresence(tx, agentId);
  if (presence.state !== 'busy') return false;
  const { held, capacity } = await heldUnits(tx, agentId);
  if (held >= capacity) return false;
  const next = presence.nextState ? { state: presence.nextState, reason: presence.nextReason } : null;
  const wrapping = await movePresence(tx, presence, { to: 'wrap_up', by: 'system', wrapUpSeconds, next });
  if (wrapUpSeconds === 0) await endWrapUp(tx, wrapping);
  return wrapUpSeconds > 0;
}

/** Wrap-up has ended, by hand or by its timer. */
export async function endWrapUp(tx: Tx, presence: PresenceRow): Promise<PresenceRow> {
  if (presence.nextState === 'not_ready' || presence.nextState === 'offline') {
    const reason = presence.nextState === 'offline' ? 'work_timer' : (presence.nextReason ?? 'work_timer');
    const rested = await movePresence(tx, presence, { to: 'not_ready', reason, by: 'system' });
    return presence.nextState === 'offline'
      ? movePresence(tx, rested, { to: 'offline', by: 'system' })
      : rested;
  }
  return movePresence(tx, presence, { to: 'available', by: 'system' });
}
