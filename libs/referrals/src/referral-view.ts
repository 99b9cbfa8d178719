import type {
  Priority,
  Proof,
  ReferralOutcome,
  ReferralState,
  SharedRequester,
  TicketKind,
} from '#wasl/contracts';
import type { Tx } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import { seesContent } from './domain/may-see.js';
import { REFERRAL_COLUMNS, type ReferralRow } from './referral-row.js';

export interface ShareView {
  requester: SharedRequester;
  messages: 'all' | string[];
  attachments: 'all' | string[];
}

export interface About {
  subject: string;
  service: string | null;
  kind: TicketKind;
  priority: Priority;
  /** what the service wants to see before it counts as fixed */
  proof: Proof;
}

/** A referral as both ends see it (interface: Referrals). */
export interface ReferralView {
  id: string;
  /** grouped number */
  ticket: string;
  /** key */
  entity: string;
  part: { title: string } | null;
  state: ReferralState;
  note: string | null;
  sentAt: string;
  receivedAt: string | null;
  acceptBy: string;
  dueAt: string;
  returns: number;
  share: ShareView;
  acceptedAt: string | null;
  endedAt: string | null;
  /** why it was returned or recalled */
  reason: string | null;
  belongsTo: string | null;
  outcome: ReferralOutcome | null;
  answer: string | null;
  binding: boolean;
  /** the entity waits for an answer of the centre */
  asked: boolean;
  /** since when it lies with the arbiter */
  arbiterSince: string | null;
  /** of the arbiter */
  decision: { entity: string; reason: string; at: string } | null;
  /** of the ticket; null once the entity has given it back or lost it */
  about: About | null;
  updatedAt: string;
}

export interface ListedRow extends ReferralRow {
  number: string;
  subject: string;
  service: string | null;
  kind: TicketKind;
  priority: Priority;
  proof: Proof;
}

export const SELECT_REFERRALS = `
SELECT ${REFERRAL_COLUMNS}, t.number, t.subject, t.kind, t.priority, v.code AS service,
       coalesce(v.proof, 'none') AS proof
  FROM referral r
  JOIN entity e ON e.id = r.entity_id
  JOIN ticket t ON t.id = r.ticket_id
  LEFT JOIN service v ON v.id = t.service_id`;

const NOTHING: ShareView = { requester: 'none', messages: [], attachments: [] };
const iso = (at: Date | null) => at?.toISOString() ?? null;

/** @param forEntity whether it is shown to the entity, which after the end sees only its own words, states and dates */
export function toReferralView(row: ListedRow, forEntity: boolean): ReferralView {
  const isShown = !forEntity || seesContent(row.state);
  const { subject, service, kind, priority, proof } = row;
  return {
    id: row.id,
    ticket: formatTicketNumber(row.number),
    entity: row.entity,
    part: isShown && row.part !== null ? { title: row.part } : null,
    state: row.state,
    note: isShown ? row.note : null,
    sentAt: row.sentAt.toISOString(),
    receivedAt: iso(row.receivedAt),
    acceptBy: row.acceptBy.toISOString(),
    dueAt: row.dueAt.toISOString(),
    returns: row.returns,
    share: isShown
      ? {
          requester: row.shareRequester,
          messages: row.sharedMessages ?? 'all',
          attachments: row.sharedAttachments ?? 'all',
        }
      : NOTHING,
    acceptedAt: iso(row.acceptedAt),
    endedAt: iso(row.endedAt),
    // Of a return it is the entity's own, of a recall the centre's.
    reason: isShown || row.state === 'returned' ? row.reason : null,
    belongsTo: row.belongsTo,
    outcome: row.outcome,
    answer: row.answer,
    binding: row.binding,
    asked: row.asked,
    arbiterSince: iso(row.arbiterSince),
    decision:
      isShown && row.decidedAt !== null
        ? { entity: row.decidedEntity!, reason: row.decision!, at: row.decidedAt.toISOString() }
        : null,
    about: isShown ? { subject, service, kind, priority, proof } : null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** As the centre sees it, within the transaction that wrote it: a repeated call is given the same answer. */
export async function readForCentre(tx: Tx, id: string): Promise<ReferralView> {
  const [row] = await tx.query<ListedRow>(`${SELECT_REFERRALS} WHERE r.id = $1`, [id]);
  return toReferralView(row!, false);
}
