import type { PendingOn, TicketStatus } from '#wasl/contracts';
import type { Tx } from '#wasl/platform';
import { formatTicketNumber } from './domain/ticket-number.js';
import { assertTransition, isSettled } from './domain/ticket-lifecycle.js';
import type { Actor } from './actor.js';
import type { TicketChange } from './ticket-lifecycle-hooks.js';
import type { TicketState } from './ticket-state.js';

/** Columns that a change may set, by the names of the ticket's fields. */
const COLUMNS = {
  subject: 'subject',
  kind: 'kind',
  priority: 'priority',
  tags: 'tags',
  language: 'language',
  serviceId: 'service_id',
  queueId: 'queue_id',
  assigneeId: 'assignee_id',
  resolution: 'resolution',
  mergedIntoId: 'merged_into_id',
  requesterId: 'requester_id',
} as const;
type Column = keyof typeof COLUMNS;

export interface ChangePlan {
  /** the history entry's type */
  type:
    | 'changed'
    | 'assigned'
    | 'transferred'
    | 'resolved'
    | 'closed'
    | 'reopened'
    | 'message'
    | 'message_held'
    | 'message_accepted'
    | 'message_dismissed'
    | 'merged'
    | 'absorbed'
    | 'unmerged'
    | 'released'
    | 'split'
    | 'split_from'
    | 'linked'
    | 'unlinked'
    | 'contact_named'
    | 'contact_verified'
    | 'contact_refused'
    | 'code_replaced'
    | 'referral';
  set: Partial<Record<Column, unknown>> & { queueKey?: string };
  /** what changed besides the row itself: links, messages */
  also?: string[];
  status?: TicketStatus;
  pendingOn?: PendingOn | null;
  /** for the history entry */
  data?: Record<string, unknown>;
  /** shown to the requester */
  reply?: string;
  /** shown to staff */
  note?: string;
  firstResponse?: boolean;
}

/**
 * The only place where a ticket row changes: checks the lifecycle, raises the version, writes history, emits events.
 * @returns null when nothing changed
 */
export async function applyChange(
  tx: Tx,
  before: TicketState,
  planned: ChangePlan,
  actor: Actor,
  message?: TicketChange['message'],
): Promise<TicketChange | null> {
  const plan = unassignWhenReopened(before, planned);
  const status = plan.status ?? before.status;
  if (status !== before.status) assertTransition(before.status, status);
  else if (plan.type === 'resolved' || plan.type === 'closed' || plan.type === 'reopened') {
    assertTransition(before.status, status);
  }
  const pendingOn = status === 'pending' ? (plan.pendingOn ?? before.pendingOn) : null;
  const changed = changedFields(before, plan, status, pendingOn);
  if (changed.length === 0 && !message) return null;
  const after = { ...before, ...plan.set, status, pendingOn, version: before.version + 1 } as TicketState;
  write(tx, before, plan, after, actor, changed);
  const outcome = outcomeOf(before.status, status);
  const number = formatTicketNumber(before.number);
  tx.emit('ticket.changed', {
    ticketId: before.id,
    number,
    queue: after.queueKey,
    status,
    version: after.version,
    changed,
    assigneeId: after.assigneeId,
    channel: after.channel,
    ...(outcome && { outcome }),
  });
  if (message) {
    tx.emit('message.added', {
      ticketId: before.id,
      number,
      queue: after.queueKey,
      messageId: message.id,
      kind: message.kind,
      channel: after.channel,
      assigneeId: after.assigneeId,
    });
  }
  return { before, after, actor, changed, message, ...(outcome && { outcome }) };
}

/** A reopened ticket waits for any agent at work; the router prefers its last owner. */
function unassignWhenReopened(before: TicketState, plan: ChangePlan): ChangePlan {
  const reopens = isSettled(before.status) && plan.status !== undefined && !isSettled(plan.status);
  return reopens && !('assigneeId' in plan.set) ? { ...plan, set: { ...plan.set, assigneeId: null } } : plan;
}

function changedFields(
  before: TicketState,
  plan: ChangePlan,
  status: TicketStatus,
  pendingOn: PendingOn | null,
): string[] {
  const fields = Object.keys(plan.set).filter(
    (field) =>
      field in COLUMNS && (before as unknown as Record<string, unknown>)[field] !== plan.set[field as Column],
  );
  fields.push(...(plan.also ?? []));
  if (status !== before.status) fields.push('status');
  if (pendingOn !== before.pendingOn) fields.push('pendingOn');
  return fields;
}

function outcomeOf(from: TicketStatus, to: TicketStatus): TicketChange['outcome'] {
  if (from === to) return undefined;
  if (to === 'resolved') return 'resolved';
  if (to === 'closed') return 'closed';
  return isSettled(from) ? 'reopened' : undefined;
}

function write(
  tx: Tx,
  before: TicketState,
  plan: ChangePlan,
  after: TicketState,
  actor: Actor,
  changed: string[],
) {
  const sets: string[] = [];
  const values: unknown[] = [before.id, tx.now, after.status, after.pendingOn];
  // A fixed column order keeps the number of prepared statements small.
  for (const field of Object.keys(COLUMNS) as Column[]) {
    if (!(field in plan.set)) continue;
    values.push(plan.set[field]);
    sets.push(`${COLUMNS[field]} = $${values.length}`);
  }
  if (after.status !== before.status) {
    sets.push(
      `resolved_at = ${after.status === 'resolved' ? '$2' : after.status === 'closed' ? 'resolved_at' : 'NULL'}`,
    );
    sets.push(`closed_at = ${after.status === 'closed' ? '$2' : 'NULL'}`);
  }
  if (plan.firstResponse) sets.push('first_responded_at = coalesce(first_responded_at, $2)');
  const data = JSON.stringify({
    ...plan.data,
    ...(changed.includes('status') && { status: after.status }),
    changed,
  });
  const n = values.push(actor.kind, actor.id, plan.type, data);
  tx.send(
    `WITH t AS (UPDATE ticket SET status = $3, pending_on = $4, updated_at = $2, version = version + 1${sets
      .map((set) => `, ${set}`)
      .join('')} WHERE id = $1)
     INSERT INTO history (ticket_id, at, actor_kind, actor_id, type, data)
     VALUES ($1, $2, $${n - 3}, $${n - 2}, $${n - 1}, $${n})`,
    values,
  );
}
