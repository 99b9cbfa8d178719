import type { Channel, PendingOn, Priority, TicketKind, TicketStatus } from '#wasl/contracts';
import { notFound } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';

/** The ticket fields that decisions need; the row is locked for change. */
export interface TicketState {
  id: string;
  /** twelve digits */
  number: string;
  kind: TicketKind;
  status: TicketStatus;
  pendingOn: PendingOn | null;
  priority: Priority;
  channel: Channel;
  language: string;
  queueId: string;
  queueKey: string;
  assigneeId: string | null;
  requesterId: string;
  firstRespondedAt: Date | null;
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
  closedAt: Date | null;
  /** the ticket into which this one was merged */
  mergedIntoId: string | null;
  version: number;
}

const COLUMNS = `t.id, t.number, t.kind, t.status, t.pending_on AS "pendingOn", t.priority, t.channel, t.language,
  t.queue_id AS "queueId", q.key AS "queueKey", t.assignee_id AS "assigneeId", t.requester_id AS "requesterId",
  t.first_responded_at AS "firstRespondedAt", t.first_response_due_at AS "firstResponseDueAt",
  t.resolution_due_at AS "resolutionDueAt", t.closed_at AS "closedAt",
  t.merged_into_id AS "mergedIntoId", t.version`;

/** Reads a ticket and locks it until the transaction ends. @throws not_found `ticket.not_found` */
export async function lockTicket(tx: Tx, number: string): Promise<TicketState> {
  const [row] = await tx.query<TicketState>(
    `SELECT ${COLUMNS} FROM ticket t JOIN queue q ON q.id = t.queue_id WHERE t.number = $1 FOR NO KEY UPDATE OF t`,
    [number],
  );
  if (!row) throw notFound('ticket.not_found');
  return row;
}

/** The same by id. */
export async function lockTicketById(tx: Tx, id: string): Promise<TicketState> {
  const [row] = await tx.query<TicketState>(
    `SELECT ${COLUMNS} FROM ticket t JOIN queue q ON q.id = t.queue_id WHERE t.id = $1 FOR NO KEY UPDATE OF t`,
    [id],
  );
  if (!row) throw notFound('ticket.not_found');
  return row;
}

/**
 * Locks two tickets in the order of their ids, to avoid deadlocks.
 * @returns them in the order in which they were given
 * @throws not_found `ticket.not_found` when one is missing
 */
export async function lockTicketPair(
  tx: Tx,
  one: string,
  other: string,
): Promise<[TicketState, TicketState]> {
  const rows = await tx.query<TicketState>(
    `SELECT ${COLUMNS} FROM ticket t JOIN queue q ON q.id = t.queue_id WHERE t.number IN ($1, $2)
      ORDER BY t.id FOR NO KEY UPDATE OF t`,
    [one, other],
  );
  const first = rows.find(({ number }) => number === one);
  const second = rows.find(({ number }) => number === other);
  if (!first || !second) throw notFound('ticket.not_found');
  return [first, second];
}
