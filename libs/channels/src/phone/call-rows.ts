import type { CallCause } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { CallDirection } from './domain/call-event.js';
import type { Call } from './domain/call-lifecycle.js';

/** A call as stored: one row of `interaction`, found by the exchange's id of the call. */
export interface CallRow {
  id: string;
  call: Call;
  requesterId: string | null;
  /** who has the call; while it rings, the only agent at whose telephone it rings */
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
  to_number: string | null;
  queue_id: string | null;
  ringing_users: string[];
  started_at: Date;
  answered_at: Date | null;
  answering_number: string | null;
  ended_at: Date | null;
  cause: CallCause | null;
}

const COLUMNS = `id, requester_id, agent_id, ticket_id, direction, from_number, to_number, queue_id, ringing_users,
  started_at, answered_at, answering_number, ended_at, cause`;

/** Reads a call and locks it until the transaction ends. */
export async function lockCall(tx: Tx, callId: string): Promise<CallRow | null> {
  const [row] = await tx.query<Stored>(
    `SELECT ${COLUMNS} FROM interaction WHERE call_id = $1 FOR NO KEY UPDATE`,
    [callId],
  );
  return row ? fromStored(row) : null;
}

/** The same by our own id. */
export async function lockCallById(tx: Tx, id: string): Promise<CallRow | null> {
  const [row] = await tx.query<Stored>(`SELECT ${COLUMNS} FROM interaction WHERE id = $1 FOR NO KEY UPDATE`, [
    id,
  ]);
  return row ? fromStored(row) : null;
}

/**
 * Stores a call first heard of. Of several events at once one does, and the others wait for its transaction.
 * @returns null when another was first
 */
export async function insertCall(tx: Tx, callId: string, call: Call): Promise<CallRow | null> {
  const id = uuidv7(tx.now.getTime());
  const [row] = await tx.query(
    `INSERT INTO interaction (id, channel, call_id, direction, from_number, to_number, queue_id, ringing_users,
       started_at, answered_at, answering_number, ended_at, cause, updated_at)
     VALUES ($1, 'phone', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (call_id) DO NOTHING RETURNING id`,
    [id, callId, ...valuesOf(call), tx.now],
  );
  return row ? { id, call, requesterId: null, agentId: null, ticketId: null } : null;
}

export async function saveCall(tx: Tx, row: CallRow): Promise<void> {
  await tx.query(
    `UPDATE interaction SET direction = $2, from_number = $3, to_number = $4, queue_id = $5, ringing_users = $6,
            started_at = $7, answered_at = $8, answering_number = $9, ended_at = $10, cause = $11,
            requester_id = $12, agent_id = $13, ticket_id = $14, updated_at = $15
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
    call.startedAt,
    call.answeredAt,
    call.answeringNumber,
    call.endedAt,
    call.cause,
  ];
}

/** Only a newCall stores the number dialled, and always one: so it tells whether the call was announced. */
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
      to: row.to_number,
      queueId: row.queue_id,
      ringing: row.ringing_users,
      startedAt: row.started_at,
      answeredAt: row.answered_at,
      answeringNumber: row.answering_number,
      endedAt: row.ended_at,
      cause: row.cause,
    },
  };
}
