import type { Channel, Priority, WorkState } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { StickyFor } from './domain/choose-agent.js';
import { assertWorkChange } from './domain/work-lifecycle.js';

export interface WorkItem {
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
  urgencyAt: Date;
  vip: boolean;
  vulnerable: boolean;
  declinedBy: string[];
  version: number;
}

const COLUMNS = `w.id, w.ticket_id AS "ticketId", w.interaction_id AS "interactionId", w.queue_id AS "queueId",
  q.key AS "queueKey", w.pool, w.channel, w.units, w.priority, w.state, w.agent_id AS "agentId",
  w.arrived_at AS "arrivedAt", w.answered_at AS "answeredAt", w.urgency_at AS "urgencyAt", w.vip, w.vulnerable,
  w.declined_by AS "declinedBy", w.version`;

/** Locks the open work item of a ticket, of an interaction, or by id. */
export async function lockWorkItem(
  tx: Tx,
  by: { ticketId: string } | { interactionId: string } | { id: string },
): Promise<WorkItem | null> {
  const [column, value] =
    'ticketId' in by
      ? ['ticket_id', by.ticketId]
      : 'id' in by
        ? ['id', by.id]
        : ['interaction_id', by.interactionId];
  const [row] = await tx.query<WorkItem>(
    `SELECT ${COLUMNS} FROM work w JOIN queue q ON q.id = w.queue_id
      WHERE w.${column} = $1 AND w.state <> 'done' FOR NO KEY UPDATE OF w`,
    [value],
  );
  return row ?? null;
}

export interface NewWorkItem {
  ticketId: string | null;
  interactionId: string | null;
  queue: { id: string; key: string; pool: string };
  channel: Channel;
  units: number;
  priority: Priority;
  language: string | null;
  /** without the requester's own head start */
  urgencyAt: Date;
  dueAt: Date | null;
  state: 'waiting' | 'assigned' | 'offered';
  agentId: string | null;
  /** the agent who knows the ticket; otherwise the one who last served the requester is looked up */
  stickyAgent?: { agentId: string; as: StickyFor } | null;
  requesterId: string | null;
  /** head starts of VIP and vulnerable requesters, in seconds */
  headStarts: { vip: number; vulnerable: number };
  /** why the agent was chosen, when the work starts as offered */
  why?: unknown;
  roundId?: string | null;
}

/** The owner of one of the requester's recent tickets knows the requester. */
const lastOwner = (requesterId: string, except: string, now: string) => `
       SELECT assignee_id AS agent_id FROM (
         SELECT t.assignee_id, t.id FROM ticket t
          WHERE t.requester_id = ${requesterId} AND t.id IS DISTINCT FROM ${except}
            AND t.created_at > ${now} - interval '30 days'
          ORDER BY t.id DESC LIMIT 10) last
        WHERE assignee_id IS NOT NULL ORDER BY id DESC LIMIT 1`;

/**
 * The requester's flags and who knows them are read by the statement itself, which costs no round trip. The moment comes
 * out of a subquery: seen, it would make PostgreSQL plan anew each time.
 */
const INSERT = `
INSERT INTO work (id, ticket_id, interaction_id, queue_id, pool, channel, units, priority, language, state,
       urgency_at, waiting_since, arrived_at, answered_at, agent_id, sticky_agent_id, sticky_for, vip, vulnerable,
       due_at, why, round_id)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
       $11::timestamptz - make_interval(secs => CASE WHEN r.vip THEN $12::int ELSE 0 END
                                             + CASE WHEN r.vulnerable THEN $13::int ELSE 0 END),
       $14, $14, $15, $16, coalesce($17::uuid, k.agent_id),
       CASE WHEN $17::uuid IS NOT NULL THEN $18 WHEN k.agent_id IS NOT NULL THEN 'requester' END,
       coalesce(r.vip, false), coalesce(r.vulnerable, false), $19, $20, $21
  FROM (SELECT $22::uuid AS id) asked
  LEFT JOIN requester r ON r.id = asked.id
  LEFT JOIN LATERAL (${lastOwner('asked.id', '$2::bigint', '(SELECT $14::timestamptz)')}) k ON true`;

/** A requester's flags, and the agent who last served them. */
export async function lastAgentFor(
  tx: Tx,
  requesterId: string | null,
): Promise<{ vip: boolean; vulnerable: boolean; agentId: string | null } | null> {
  if (!requesterId) return null;
  const [row] = await tx.query<{ vip: boolean; vulnerable: boolean; agentId: string | null }>(
    `SELECT r.vip, r.vulnerable, k.agent_id AS "agentId"
       FROM requester r LEFT JOIN LATERAL (${lastOwner('r.id', 'NULL::bigint', '$2::timestamptz')}) k ON true
      WHERE r.id = $1`,
    [requesterId, tx.now],
  );
  return row ?? null;
}

/** @returns the id of the new work */
export async function insertWorkItem(tx: Tx, work: NewWorkItem): Promise<string> {
  const id = uuidv7(tx.now.getTime());
  tx.insert(INSERT, [
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
    work.headStarts.vip,
    work.headStarts.vulnerable,
    tx.now,
    work.state === 'assigned' ? tx.now : null,
    work.agentId,
    work.stickyAgent?.agentId ?? null,
    work.stickyAgent?.as ?? null,
    work.dueAt,
    work.why === undefined ? null : JSON.stringify(work.why),
    work.roundId ?? null,
    work.requesterId,
  ]);
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

export interface WorkTransition {
  to: WorkState;
  agentId?: string | null;
  queue?: { id: string; key: string; pool: string };
  stickyAgent?: { agentId: string; as: StickyFor } | null;
  /** adds an agent to those who are not offered it again */
  declinedBy?: string;
  abandonedAfterSeconds?: number;
}

/**
 * The only place where a work item changes state. Work that returns to waiting keeps its urgency and so returns to the
 * front. In a new queue its waiting time restarts, but not its urgency. Agents who declined it are never offered it
 * again.
 */
export async function transitionWorkItem(tx: Tx, work: WorkItem, move: WorkTransition): Promise<void> {
  assertWorkChange(work.state, move.to);
  const queue = move.queue ?? { id: work.queueId, key: work.queueKey, pool: work.pool };
  const moved = queue.id !== work.queueId;
  const agentId = move.to === 'waiting' ? null : (move.agentId ?? work.agentId);
  const answersNow = move.to === 'assigned' && work.answeredAt === null;
  tx.send(
    `UPDATE work SET state = $2, agent_id = $3, queue_id = $4, pool = $5, version = version + 1,
            waiting_since = CASE WHEN $6 THEN $7 ELSE waiting_since END,
            answered_at = CASE WHEN $8 THEN $7 ELSE answered_at END,
            done_at = CASE WHEN $2 = 'done' THEN $7 ELSE done_at END,
            sticky_agent_id = coalesce($9, sticky_agent_id),
            sticky_for = CASE WHEN $9::uuid IS NULL THEN sticky_for ELSE $11 END,
            requester_spoke_at = CASE WHEN $2 = 'assigned' AND $3 IS NOT DISTINCT FROM agent_id
                                      THEN requester_spoke_at END,
            declined_by = CASE WHEN $10::uuid IS NULL OR $10 = ANY (declined_by) THEN declined_by
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
      move.stickyAgent?.agentId ?? null,
      move.declinedBy ?? null,
      move.stickyAgent?.as ?? null,
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
    ...(work.state === 'assigned' && work.agentId && { fromAgentId: work.agentId }),
    ...(answersNow && { answeredAfterSeconds: (tx.now.getTime() - work.arrivedAt.getTime()) / 1000 }),
    ...(move.abandonedAfterSeconds !== undefined && { abandonedAfterSeconds: move.abandonedAfterSeconds }),
  });
}

/** Withdraws the open offer of a work item, if there is one. @returns the agent who had it */
export async function withdrawOffer(tx: Tx, work: Pick<WorkItem, 'id' | 'queueKey'>): Promise<string | null> {
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
