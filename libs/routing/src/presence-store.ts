import type { PresenceState } from '#wasl/contracts';
import { endAfterCallWork } from '#wasl/interactions';
import { addMs, seconds } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { assertPresenceChange, type PresenceActor } from './domain/presence-lifecycle.js';
import { DEFAULT_UNITS } from './domain/units.js';

export interface PresenceRow {
  staffId: string;
  state: PresenceState;
  reason: string | null;
  since: Date;
  wrapUpUntil: Date | null;
  nextState: PresenceState | null;
  nextReason: string | null;
  version: number;
}

const COLUMNS = `staff_id AS "staffId", state, reason, since, wrap_up_until AS "wrapUpUntil",
  next_state AS "nextState", next_reason AS "nextReason", version`;

/** Locks an agent's presence; without a row they count as offline. Always locked before work and offers. */
export async function lockPresence(tx: Tx, staffId: string): Promise<PresenceRow> {
  const select = `SELECT ${COLUMNS} FROM presence WHERE staff_id = $1 FOR UPDATE`;
  const [row] = await tx.query<PresenceRow>(select, [staffId]);
  if (row) return row;
  await tx.query(
    `INSERT INTO presence (staff_id, state, since, idle_since) VALUES ($1, 'offline', $2, $2) ON CONFLICT DO NOTHING`,
    [staffId, tx.now],
  );
  return (await tx.query<PresenceRow>(select, [staffId]))[0]!;
}

export interface PresenceMove {
  to: PresenceState;
  reason?: string | null;
  by: PresenceActor;
  /** who forced it, and the note they gave */
  byId?: string | null;
  note?: string | null;
  wrapUpSeconds?: number;
  next?: { state: PresenceState; reason: string | null } | null;
}

/**
 * The only place where presence changes. Every change is stored, so that each second of a day has exactly one state.
 */
export async function movePresence(tx: Tx, presence: PresenceRow, move: PresenceMove): Promise<PresenceRow> {
  assertPresenceChange(presence.state, move.to, move.by);
  if (presence.state === 'wrap_up') endAfterCallWork(tx, presence.staffId);
  // Clocks of two processes may differ slightly: a state never begins before the one it follows.
  const at = tx.now > presence.since ? tx.now : presence.since;
  const wrapUpUntil = move.to === 'wrap_up' ? addMs(at, seconds(move.wrapUpSeconds ?? 0)) : null;
  const reason = move.reason ?? null;
  tx.send(
    `WITH kept AS (INSERT INTO presence_history (staff_id, state, reason, at, by_id, note)
                   VALUES ($1, $2, $3, $4, $8, $9))
     UPDATE presence SET state = $2, reason = $3, since = $4, wrap_up_until = $5, next_state = $6, next_reason = $7,
            idle_since = CASE WHEN $2 = 'available' THEN $4 ELSE idle_since END,
            last_seen_at = CASE WHEN $2 <> 'offline' THEN last_seen_at END, version = version + 1
      WHERE staff_id = $1`,
    [
      presence.staffId,
      move.to,
      reason,
      at,
      wrapUpUntil,
      move.next?.state ?? null,
      move.next?.reason ?? null,
      move.byId ?? null,
      move.note ?? null,
    ],
  );
  const queues = await queueKeysOf(tx, presence.staffId);
  tx.emit('presence.changed', {
    agentId: presence.staffId,
    state: move.to,
    reason,
    since: at.toISOString(),
    queues,
  });
  return {
    ...presence,
    state: move.to,
    reason,
    since: at,
    wrapUpUntil,
    nextState: move.next?.state ?? null,
    nextReason: move.next?.reason ?? null,
    version: presence.version + 1,
  };
}

async function queueKeysOf(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(
    'SELECT q.key FROM agent_queue a JOIN queue q ON q.id = a.queue_id WHERE a.staff_id = $1',
    [staffId],
  );
  return rows.map((row) => row.key);
}

/**
 * Capacity units that an agent's work takes: work assigned to them, and calls that came through no queue or that they
 * made themselves.
 */
export async function heldUnits(tx: Tx, staffId: string): Promise<{ held: number; capacity: number }> {
  const [row] = await tx.query<{ held: number; capacity: number }>(
    `SELECT s.capacity_units AS capacity,
            (SELECT coalesce(sum(units), 0)::int FROM work WHERE agent_id = $1 AND state = 'assigned')
            + $2 * (SELECT count(*)::int FROM interaction i
                     WHERE i.agent_id = $1 AND i.channel = 'phone' AND i.call_id IS NOT NULL AND i.ended_at IS NULL
                       AND i.transferring_to IS NULL AND (i.answered_at IS NOT NULL OR i.direction = 'out')
                       AND NOT EXISTS (SELECT 1 FROM work w WHERE w.interaction_id = i.id AND w.state <> 'done')) AS held
       FROM staff s WHERE s.id = $1`,
    [staffId, DEFAULT_UNITS.call],
  );
  return row!;
}
