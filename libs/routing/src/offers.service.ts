import { Inject, Injectable } from '@nestjs/common';
import type { OfferReason, OfferState, OfferView } from '#wasl/contracts';
import { conflict, isUuid } from '#wasl/kernel';
import { Database, PeriodicTask, type Tx, UnitOfWork } from '#wasl/platform';
import {
  applyAssignment,
  formatTicketNumber,
  lockTicketById,
  SERVICE_IS_CLOSED,
  staffActor,
} from '#wasl/tickets';
import { onWorkTaken } from './capacity.js';
import { assertOfferChange } from './domain/work-lifecycle.js';
import { requireReason } from './reasons.js';
import { lockPresence, movePresence, type PresenceRow } from './presence-store.js';
import { lockWorkItem, transitionWorkItem, withdrawOffer, type WorkItem } from './work-store.js';

/** Of whom and what an offer is, which never changes. */
type SeenOffer = Pick<OfferRow, 'id' | 'workId' | 'agentId'>;

interface OfferRow {
  id: string;
  workId: string;
  ticketId: string | null;
  agentId: string;
  state: OfferState;
  expiresAt: Date;
}

/** What happens to offers after they are made. */
@Injectable()
export class Offers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Assigns the ticket to the agent.
   * @throws conflict `offer.gone` when it expired, was withdrawn, or is another agent's
   */
  async accept(offerId: string, agentId: string): Promise<{ number: string }> {
    const number = await this.unitOfWork.run(async (tx) => {
      const seen = await this.readOffer(tx, offerId, agentId);
      if (seen.closed) return this.takeBack(tx, seen);
      // Sent together, they share a round trip; they are locked in this order.
      const [ticket, { presence, work }] = await Promise.all([
        lockTicketById(tx, seen.ticketId),
        this.decide(tx, seen, 'accepted'),
      ]);
      await transitionWorkItem(tx, work, { to: 'assigned', agentId });
      await applyAssignment(tx, ticket, agentId, staffActor(agentId), offerId);
      await onWorkTaken(tx, presence);
      return formatTicketNumber(ticket.number);
    });
    if (number === null) throw conflict('offer.gone');
    return { number };
  }

  /** The work returns to the front of its queue and is not offered to this agent again. */
  async decline(offerId: string, agentId: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await requireReason(tx, 'decline', reason);
      const seen = await this.readOffer(tx, offerId, agentId);
      const { work } = await this.decide(tx, seen, 'declined', reason);
      await transitionWorkItem(tx, work, { to: 'waiting', declinedBy: agentId });
      await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [agentId]);
    });
  }

  /** Ends offers past their time: the agent is set not ready, the work goes back to the front. @returns how many */
  @PeriodicTask({ name: 'expire-offers', everyMs: 1_000 })
  async expireDue(limit = 200): Promise<number> {
    const due = await this.database.query<SeenOffer>(
      `SELECT id, agent_id AS "agentId", work_id AS "workId" FROM offer WHERE state = 'made' AND expires_at <= now() ORDER BY expires_at LIMIT $1`,
      [limit],
    );
    for (const seen of due) await this.expire(seen);
    return due.length;
  }

  async openOffersOf(agentId: string): Promise<OfferView[]> {
    return this.views('o.agent_id = $1', agentId);
  }

  async view(offerId: string): Promise<OfferView | null> {
    return (await this.views('o.id = $1', offerId))[0] ?? null;
  }

  /** Several offers at once, for live messages to agents. */
  async viewsOf(query: Database['query'], offerIds: string[]): Promise<Map<string, OfferView>> {
    const rows = await query<ViewRow>(`${VIEW} WHERE o.id = ANY($1::uuid[])`, [offerIds]);
    return new Map(rows.map((row) => [row.id, toView(row)]));
  }

  private async views(condition: string, value: string): Promise<OfferView[]> {
    const rows = await this.database.query<ViewRow>(
      `${VIEW} WHERE ${condition} AND o.state = 'made' AND o.expires_at > now() ORDER BY o.made_at`,
      [value],
    );
    return rows.map(toView);
  }

  /** The ticket was closed to the agent after it was offered: it waits for others, and the agent stays available. */
  private async takeBack(tx: Tx, seen: SeenOffer): Promise<null> {
    const presence = await lockPresence(tx, seen.agentId);
    const work = await lockWorkItem(tx, { id: seen.workId });
    if (work?.state !== 'offered' || work.agentId !== presence.staffId) return null;
    await withdrawOffer(tx, work);
    await transitionWorkItem(tx, work, { to: 'waiting' });
    await tx.query('UPDATE presence SET version = version + 1 WHERE staff_id = $1', [seen.agentId]);
    return null;
  }

  private async expire(seen: SeenOffer): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const presence = await lockPresence(tx, seen.agentId);
      const work = await this.close(tx, seen, 'expired');
      if (!work) return;
      await transitionWorkItem(tx, work, { to: 'waiting' });
      if (presence.state === 'available') {
        await movePresence(tx, presence, { to: 'not_ready', reason: 'no_answer', by: 'system' });
      }
    });
  }

  /** Reads before locking, because the ticket must be locked before the offer. */
  private async readOffer(
    tx: Tx,
    offerId: string,
    agentId: string,
  ): Promise<OfferRow & { ticketId: string; closed: boolean }> {
    const [offer] = await tx.query<OfferRow & { closed: boolean }>(
      `SELECT o.id, o.work_id AS "workId", w.ticket_id AS "ticketId", o.agent_id AS "agentId", o.state,
              o.expires_at AS "expiresAt", ${SERVICE_IS_CLOSED} AS closed
         FROM offer o JOIN work w ON w.id = o.work_id JOIN staff s ON s.id = o.agent_id
         LEFT JOIN ticket t ON t.id = w.ticket_id LEFT JOIN service v ON v.id = t.service_id
        WHERE o.id = $1 AND o.agent_id = $2`,
      [isUuid(offerId) ? offerId : null, agentId],
    );
    if (!offer?.ticketId || offer.state !== 'made') throw conflict('offer.gone');
    return { ...offer, ticketId: offer.ticketId };
  }

  private async decide(
    tx: Tx,
    seen: SeenOffer,
    to: 'accepted' | 'declined',
    reason?: string,
  ): Promise<{ presence: PresenceRow; work: WorkItem }> {
    const [presence, work] = await Promise.all([
      lockPresence(tx, seen.agentId),
      this.close(tx, seen, to, reason),
    ]);
    if (!work) throw conflict('offer.gone');
    return { presence, work };
  }

  /**
   * Decides an open offer; the database clock says whether it is still open.
   * @returns its work item, locked; null when the offer is gone
   */
  private async close(
    tx: Tx,
    seen: SeenOffer,
    to: Exclude<OfferState, 'made'>,
    reason?: string,
  ): Promise<WorkItem | null> {
    assertOfferChange('made', to);
    const inTime = to === 'expired' ? 'expires_at <= now()' : 'expires_at > now()';
    const { id: offerId, agentId, workId } = seen;
    const [work, [closed]] = await Promise.all([
      lockWorkItem(tx, { id: workId }),
      tx.query(
        `UPDATE offer SET state = $2, decided_at = $3, decline_reason = $4
          WHERE id = $1 AND state = 'made' AND ${inTime} RETURNING 1`,
        [offerId, to, tx.now, reason ?? null],
      ),
    ]);
    if (!closed || !work || work.state !== 'offered' || work.agentId !== agentId) return null;
    tx.emit('offer.closed', { offerId, agentId, queue: work.queueKey, state: to });
    return work;
  }
}

interface ViewRow {
  id: string;
  number: string;
  subject: string;
  priority: OfferView['ticket']['priority'];
  channel: OfferView['ticket']['channel'];
  queue: string;
  expiresAt: Date;
  why: OfferReason[];
}

/** Groups may change after the offer: what it is about is closed to the agent from then on. */
const SUBJECT = `CASE WHEN ${SERVICE_IS_CLOSED} THEN '—' ELSE t.subject END`;
const VIEW = `SELECT o.id, t.number, ${SUBJECT} AS subject, t.priority, t.channel, q.key AS queue, o.expires_at AS "expiresAt", o.why
  FROM offer o JOIN work w ON w.id = o.work_id JOIN ticket t ON t.id = w.ticket_id JOIN queue q ON q.id = o.queue_id
  JOIN staff s ON s.id = o.agent_id LEFT JOIN service v ON v.id = t.service_id`;

function toView({ id, number, subject, priority, channel, queue, expiresAt, why }: ViewRow): OfferView {
  return {
    id,
    ticket: { number: formatTicketNumber(number), subject, priority, channel },
    queue,
    expiresAt: expiresAt.toISOString(),
    why,
  };
}
