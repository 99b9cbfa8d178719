import type { CallEndCause } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { CallDirection } from './domain/call-event.js';
import type { Call } from './domain/call-lifecycle.js';

/** A stored call: one row of `interaction`, identified by the PBX's call id. */
export interface CallRow {
  id: string;
  call: Call;
  requesterId: string | null;
  /** the agent who has the call; while it rings, the only agent whose phone rings */
  agentId: string | null;
  ticketId: string | null;
}

interface Stored {
  id: string;
  requester_id: string | null;
  agent_id: string | null;
  ticket_id: string | null;
  direction: CallDirection;
  from_number: string | null;
  from_raw: string | null;
  queue_named: string | null;
  to_number: string | null;
  queue_id: string | null;
  ringing_users: string[];
  ringing_since: Date | null;
  started_at: Date;
  answered_at: Date | null;
  answering_number: string | null;
  held_since: Date | null;
  hold_seconds: number;
  transferring_to: string | null;
  ended_at: Date | null;
  cause: CallEndCause | null;
}

const COLUMNS = `id, requester_id, agent_id, ticket_id, direction, from_number, from_raw, to_number, queue_id, queue_named,
  ringing_users, ringing_since, started_at, answered_at, answering_number, held_since, hold_seconds, transferring_to, ended_at, cause`;

/** Reads a call and locks it until the transaction ends. */
export async function lockCall(tx: Tx, callId: string): Promise<CallRow | null> {
  const [row] = await tx.query<Stored>(
    `SELECT ${COLUMNS} FROM interaction WHERE call_id = $1 FOR NO KEY UPDATE`,
    [callId],
  );
  return row ? fromStored(row) : null;
}

/** Like lockCall, by our own id. */
export async function lockCallById(tx: Tx, id: string): Promise<CallRow | null> {
  const [row] = await tx.query<Stored>(`SELECT ${COLUMNS} FROM interaction WHERE id = $1 FOR NO KEY UPDATE`, [
    id,
  ]);
  return row ? fromStored(row) : null;
}

/**
 * Inserts a new call. Of several concurrent events one succeeds, and the others wait for its transaction.
 * @returns null when another was first
 */
export async function insertCall(tx: Tx, callId: string, call: Call): Promise<CallRow | null> {
  const id = uuidv7(tx.now.getTime());
  const [row] = await tx.query(
    `INSERT INTO interaction (id, channel, call_id, direction, from_number, to_number, queue_id, ringing_users,
       ringing_since, started_at, answered_at, answering_number, held_since, hold_seconds, transferring_to, ended_at,
       cause, from_raw, queue_named, updated_at)
     VALUES ($1, 'phone', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     ON CONFLICT (call_id) DO NOTHING RETURNING id`,
    [id, callId, ...valuesOf(call), tx.now],
  );
  return row ? { id, call, requesterId: null, agentId: null, ticketId: null } : null;
}

export async function saveCall(tx: Tx, row: CallRow): Promise<void> {
  await tx.query(
    `UPDATE interaction SET direction = $2, from_number = $3, to_number = $4, queue_id = $5, ringing_users = $6,
            ringing_since = $7, started_at = $8, answered_at = $9, answering_number = $10, held_since = $11,
            hold_seconds = $12, transferring_to = $13, ended_at = $14, cause = $15, from_raw = $16,
            queue_named = $17, requester_id = $18, agent_id = $19, ticket_id = $20, updated_at = $21
      WHERE id = $1`,
    [row.id, ...valuesOf(row.call), row.requesterId, row.agentId, row.ticketId, tx.now],
  );
}

function valuesOf(call: Call): unknown[] {
  return [
    call.direction,
    call.from,
    call.to,
    call.queueId,
    call.ringing,
    call.ringingSince,
    call.startedAt,
    call.answeredAt,
    call.answeringNumber,
    call.heldSince,
    call.holdSeconds,
    call.transferringTo,
    call.endedAt,
    call.cause,
    call.fromRaw,
    call.queueNamed,
  ];
}

/** Only a newCall event stores the dialled number, and always does, so it shows whether one was received. */
function fromStored(row: Stored): CallRow {
  return {
    id: row.id,
    requesterId: row.requester_id,
    agentId: row.agent_id,
    ticketId: row.ticket_id,
    call: {
      announced: row.to_number !== null,
      direction: row.direction,
      from: row.from_number,
      fromRaw: row.from_raw,
      to: row.to_number,
      queueId: row.queue_id,
      queueNamed: row.queue_named,
      ringing: row.ringing_users,
      ringingSince: row.ringing_since,
      startedAt: row.started_at,
      answeredAt: row.answered_at,
      answeringNumber: row.answering_number,
      heldSince: row.held_since,
      holdSeconds: row.hold_seconds,
      transferringTo: row.transferring_to,
      endedAt: row.ended_at,
      cause: row.cause,
    },
  };
}
