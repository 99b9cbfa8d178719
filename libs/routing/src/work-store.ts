import type { Channel, Priority, WorkState } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { assertWorkChange } from './domain/work-lifecycle.js';

export interface WorkRow {
  id: string;
  ticketId: string | null;
  interactionId: string | null;
  queueId: string;
  queueKey: string;
  pool: string;
  channel: Channel;
  units: number;
  priority: Priority;
  state: WorkState;
  agentId: string | null;
  arrivedAt: Date;
  answeredAt: Date | null;
  version: number;
}

const COLUMNS = `w.id, w.ticket_id AS "ticketId", w.interaction_id AS "interactionId", w.queue_id AS "queueId",
  q.key AS "queueKey", w.pool, w.channel, w.units, w.priority, w.state, w.agent_id AS "agentId",
  w.arrived_at AS "arrivedAt", w.answered_at AS "answeredAt", w.version`;

/** Finds the open work of a ticket, an interaction, or by id, and locks it. */
export async function lockWork(
  tx: Tx,
  by: { ticketId: string } | { interactionId: string } | { id: string },
): Promise<WorkRow | null> {
  const [column, value] =
    'ticketId' in by
      ? ['ticket_id', by.ticketId]
      : 'id' in by
        ? ['id', by.id]
        : ['interaction_id', by.interactionId];
  const [row] = await tx.query<WorkRow>(
    `SELECT ${COLUMNS} FROM work w JOIN queue q ON q.id = w.queue_id
      WHERE w.${column} = $1 AND w.state <> 'done' FOR NO KEY UPDATE OF w`,
    [value],
  );
  return row ?? null;
}

export interface NewWork {
  ticketId: string | null;
  interactionId: string | null;
  queue: { id: string; key: string; pool: string };
  channel: Channel;
  units: number;
  priority: Priority;
  language: string | null;
  urgencyAt: Date;
  state: 'waiting' | 'assigned' | 'offered';
  agentId: string | null;
  stickyAgentId?: string | null;
}

/** @returns the id of the new work */
export async function insertWork(tx: Tx, work: NewWork): Promise<string> {
  const id = uuidv7(tx.now.getTime());
  tx.insert(
    `INSERT INTO work (id, ticket_id, interaction_id, queue_id, pool, channel, units, priority, language, state,
       urgency_at, waiting_since, arrived_at, answered_at, agent_id, sticky_agent_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15)`,
    [
      id,
      work.ticketId,
      work.interactionId,
      work.queue.id,
      work.queue.pool,
      work.channel,
      work.units,
      work.priority,
      work.language,
      work.state,
      work.urgencyAt,
      tx.now,
      work.state === 'assigned' ? tx.now : null,
      work.agentId,
      work.stickyAgentId ?? null,
    ],
  );
  tx.emit('work.changed', {
    workId: id,
    queue: work.queue.key,
    pool: work.queue.pool,
    from: null,
    to: work.state,
    agentId: work.agentId,
    ...(work.state === 'assigned' && { answeredAfterSeconds: 0 }),
  });
  return id;
}

export interface WorkMove {
  to: WorkState;
  agentId?: string | null;
  queue?: { id: string; key: string; pool: string };
  stickyAgentId?: string | null;
  /** adds an agent to those who are not asked again */
  declinedBy?: string;
  abandonedAfterSeconds?: number;
}

/**
 * The one place where work changes its state. Work that goes back to waiting keeps its urgency and so returns to the
 * front; in a new queue it starts its wait anew, but not its urgency.
 */
export async function moveWork(tx: Tx, work: WorkRow, move: WorkMove): Promise<void> {
  assertWorkChange(work.state, move.to);
  const queue = move.queue ?? { id: work.queueId, key: work.queueKey, pool: work.pool };
  const moved = queue.id !== work.queueId;
  const agentId = move.to === 'waiting' ? null : (move.agentId ?? work.agentId);
  const answersNow = move.to === 'assigned' && work.answeredAt === null;
  tx.send(
    `UPDATE work SET state = $2, agent_id = $3, queue_id = $4, pool = $5, version = version + 1,
            waiting_since = CASE WHEN $6 THEN $7 ELSE waiting_since END,
            answered_at = CASE WHEN $8 THEN $7 ELSE answered_at END,
            sticky_agent_id = coalesce($9, sticky_agent_id),
            declined_by = CASE WHEN $6 THEN '{}' WHEN $10::uuid IS NULL THEN declined_by
                               ELSE array_append(declined_by, $10) END
      WHERE id = $1`,
    [
      work.id,
      move.to,
      agentId,
      queue.id,
      queue.pool,
      moved,
      tx.now,
      answersNow,
      move.stickyAgentId ?? null,
      move.declinedBy ?? null,
    ],
  );
  tx.emit('work.changed', {
    workId: work.id,
    queue: queue.key,
    pool: queue.pool,
    from: work.state,
    to: move.to,
    agentId,
    ...(moved && { fromQueue: work.queueKey }),
    ...(answersNow && { answeredAfterSeconds: (tx.now.getTime() - work.arrivedAt.getTime()) / 1000 }),
    ...(move.abandonedAfterSeconds !== undefined && { abandonedAfterSeconds: move.abandonedAfterSeconds }),
  });
}

/** Takes back the open offer of a piece of work, if there is one. @returns the agent who had it */
export async function withdrawOffer(tx: Tx, work: Pick<WorkRow, 'id' | 'queueKey'>): Promise<string | null> {
  const [offer] = await tx.query<{ id: string; agent_id: string }>(
    `UPDATE offer SET state = 'withdrawn', decided_at = $2 WHERE work_id = $1 AND state = 'made' RETURNING id, agent_id`,
    [work.id, tx.now],
  );
  if (!offer) return null;
  tx.emit('offer.closed', {
    offerId: offer.id,
    agentId: offer.agent_id,
    queue: work.queueKey,
    state: 'withdrawn',
  });
  return offer.agent_id;
}
