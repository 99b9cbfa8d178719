import type { ReferralOutcome, ReferralState, SharedRequester } from '#wasl/contracts';
import { notFound } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { MatterShare } from '#wasl/tickets';

/** A referral as stored. */
export interface ReferralRow {
  id: string;
  ticketId: string;
  /** counts those of the ticket, in their order */
  n: number;
  entityId: string;
  /** key */
  entity: string;
  part: string | null;
  partKey: string;
  state: ReferralState;
  note: string;
  shareRequester: SharedRequester;
  sharedMessages: string[] | null;
  sharedAttachments: string[] | null;
  sentBy: string;
  sentAt: Date;
  receivedAt: Date | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  endedAt: Date | null;
  reason: string | null;
  /** key */
  belongsTo: string | null;
  outcome: ReferralOutcome | null;
  answer: string | null;
  acceptBy: Date;
  dueAt: Date;
  promisedAt: Date;
  returns: number;
  binding: boolean;
  asked: boolean;
  arbiterSince: Date | null;
  decidedAt: Date | null;
  /** key */
  decidedEntity: string | null;
  decision: string | null;
  steps: number;
  nextStepAt: Date | null;
  updatedAt: Date;
  version: number;
}

export const REFERRAL_COLUMNS = `r.id, r.ticket_id AS "ticketId", r.n, r.entity_id AS "entityId", e.key AS entity, r.part,
  r.part_key AS "partKey", r.state, r.note, r.share_requester AS "shareRequester",
  r.shared_messages AS "sharedMessages", r.shared_attachments AS "sharedAttachments", r.sent_by AS "sentBy",
  r.sent_at AS "sentAt", r.received_at AS "receivedAt", r.accepted_at AS "acceptedAt", r.accepted_by AS "acceptedBy",
  r.ended_at AS "endedAt", r.reason, (SELECT key FROM entity b WHERE b.id = r.belongs_to) AS "belongsTo", r.outcome,
  r.answer, r.accept_by AS "acceptBy", r.due_at AS "dueAt", r.promised_at AS "promisedAt", r.returns, r.binding,
  r.asked, r.arbiter_since AS "arbiterSince", r.decided_at AS "decidedAt",
  (SELECT key FROM entity d WHERE d.id = r.decided_entity_id) AS "decidedEntity", r.decision, r.steps,
  r.next_step_at AS "nextStepAt", r.updated_at AS "updatedAt", r.version`;

/** Reads a referral and locks it. The caller has locked the ticket before. @throws not_found `referral.not_found` */
export async function lockReferral(tx: Tx, id: string): Promise<ReferralRow> {
  const [row] = await tx.query<ReferralRow>(
    `SELECT ${REFERRAL_COLUMNS} FROM referral r JOIN entity e ON e.id = r.entity_id
      WHERE r.id = $1 FOR NO KEY UPDATE OF r`,
    [id],
  );
  if (!row) throw notFound('referral.not_found');
  return row;
}

/** Locks all referrals of a ticket, which the caller has locked, in the order in which they were sent. */
export function lockReferralsOf(tx: Tx, ticketId: string): Promise<ReferralRow[]> {
  return tx.query<ReferralRow>(
    `SELECT ${REFERRAL_COLUMNS} FROM referral r JOIN entity e ON e.id = r.entity_id
      WHERE r.ticket_id = $1 ORDER BY r.n FOR NO KEY UPDATE OF r`,
    [ticketId],
  );
}

export interface NewReferral extends Pick<
  ReferralRow,
  | 'id'
  | 'ticketId'
  | 'n'
  | 'entityId'
  | 'part'
  | 'partKey'
  | 'note'
  | 'shareRequester'
  | 'sharedMessages'
  | 'sharedAttachments'
  | 'sentBy'
  | 'acceptBy'
  | 'dueAt'
  | 'returns'
  | 'binding'
> {
  /** by whom, for which entity and why it was decided, when it was */
  decision: { entityId: string; reason: string } | null;
}

export function insertReferral(tx: Tx, row: NewReferral): void {
  tx.send(
    `INSERT INTO referral (id, ticket_id, entity_id, part, part_key, state, note, share_requester, shared_messages,
                           shared_attachments, sent_by, sent_at, accept_by, due_at, promised_at, next_step_at, returns,
                           binding, decided_entity_id, decision, decided_at, decided_by, n, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'sent', $6, $7, $8, $9, $10, $11, $12, $13, $12, $12, $14, $15, $16, $17, $18, $19, $20, $11)`,
    [
      row.id,
      row.ticketId,
      row.entityId,
      row.part,
      row.partKey,
      row.note,
      row.shareRequester,
      row.sharedMessages,
      row.sharedAttachments,
      row.sentBy,
      tx.now,
      row.acceptBy,
      row.dueAt,
      row.returns,
      row.binding,
      row.decision?.entityId ?? null,
      row.decision?.reason ?? null,
      row.decision && tx.now,
      row.decision && row.sentBy,
      row.n,
    ],
  );
}

/** What a change sets; the keys of entities are given as ids. */
export interface ReferralPatch extends Partial<
  Pick<
    ReferralRow,
    | 'state'
    | 'receivedAt'
    | 'acceptedAt'
    | 'acceptedBy'
    | 'endedAt'
    | 'reason'
    | 'outcome'
    | 'answer'
    | 'promisedAt'
    | 'returns'
    | 'asked'
    | 'arbiterSince'
    | 'decidedAt'
    | 'decision'
    | 'steps'
    | 'nextStepAt'
  >
> {
  endedBy?: string | null;
  belongsToId?: string | null;
  decidedBy?: string;
  decidedEntityId?: string;
}

const COLUMNS: Record<keyof ReferralPatch, string> = {
  state: 'state',
  receivedAt: 'received_at',
  acceptedAt: 'accepted_at',
  acceptedBy: 'accepted_by',
  endedAt: 'ended_at',
  endedBy: 'ended_by',
  reason: 'reason',
  belongsToId: 'belongs_to',
  outcome: 'outcome',
  answer: 'answer',
  promisedAt: 'promised_at',
  returns: 'returns',
  asked: 'asked',
  arbiterSince: 'arbiter_since',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
  decidedEntityId: 'decided_entity_id',
  decision: 'decision',
  steps: 'steps',
  nextStepAt: 'next_step_at',
};

/** Writes a locked referral. A fixed column order keeps the number of prepared statements small. */
export function updateReferral(tx: Tx, id: string, patch: ReferralPatch): void {
  const values: unknown[] = [id, tx.now];
  const sets = (Object.keys(COLUMNS) as (keyof ReferralPatch)[])
    .filter((field) => patch[field] !== undefined)
    .map((field) => `${COLUMNS[field]} = $${values.push(patch[field])}`);
  tx.send(
    `UPDATE referral SET updated_at = $2, version = version + 1, ${sets.join(', ')} WHERE id = $1`,
    values,
  );
}

export const shareOf = (row: ReferralRow): MatterShare => ({
  requester: row.shareRequester,
  messages: row.sharedMessages,
  attachments: row.sharedAttachments,
});
