import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { VisitState } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import { answerCounterInteraction, beginCounterInteraction, endCounterInteraction } from '#wasl/interactions';
import { conflict, invalidField, notFound, uuidv7 } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { CounterWork } from '#wasl/routing';
import {
  ChangeTicket,
  isTicketClosedTo,
  lockTicketById,
  Messages,
  needsAgent,
  SERVICE_IS_CLOSED,
  staffActor,
  type TicketChange,
  type TicketLifecycleHook,
  TicketLifecycleHooks,
  type TicketState,
} from '#wasl/tickets';
import { CounterCalendar } from './counter-calendar.js';
import { Desks, type DeskAssignment } from './desks.service.js';
import { assertVisitChange } from './domain/visit-lifecycle.js';
import { noShowNote, releasedNote } from './domain/visit-notes.js';
import { lockVisit, readVisit, ticketOfVisit, type VisitRow, type VisitView } from './visit-rows.js';

/** Visits to a service centre, from the waiting room to the desk. A ticket is locked before its visit. */
@Injectable()
export class Visits implements TicketLifecycleHook, OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Desks) private readonly desks: Desks,
    @Inject(CounterCalendar) private readonly days: CounterCalendar,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(CounterWork) private readonly counterWork: CounterWork,
    @Inject(ChangeTicket) private readonly tickets: ChangeTicket,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  onModuleInit(): void {
    this.hooks.register('visit', this);
  }

  /** Starts the visit of a walk-in without a call number. @throws conflict `desk.required`, `visit.unfinished` */
  async startWalkIn(staffId: string): Promise<VisitView> {
    const id = await this.unitOfWork.run(async (tx) => {
      const sitting = await this.desks.lockAssignment(tx, staffId);
      await requireNoOtherVisit(tx, staffId);
      const visitId = uuidv7(tx.now.getTime());
      const interactionId = beginCounterInteraction(tx, staffId);
      tx.send(
        `INSERT INTO counter_visit (id, centre_id, day, interaction_id, state, desk_id, staff_id, came_at, served_at)
         VALUES ($1, $2, $3, $4, 'serving', $5, $6, $7, $7)`,
        [
          visitId,
          sitting.centreId,
          this.days.localDay(tx.now),
          interactionId,
          sitting.deskId,
          staffId,
          tx.now,
        ],
      );
      return visitId;
    });
    return readVisit(this.database, id, staffId);
  }

  /**
   * Calls the visit that waits longest among those whose ticket the clerk may read. Two desks that call at once get two visits.
   * @throws conflict `desk.required`, `visit.unfinished`, `visit.nobody_waits`
   */
  async callNext(staffId: string): Promise<VisitView> {
    const id = await this.unitOfWork.run(async (tx) => {
      const sitting = await this.desks.lockAssignment(tx, staffId);
      await requireNoOtherVisit(tx, staffId);
      const [next] = await tx.query<{ id: string }>(
        `SELECT c.id FROM counter_visit c JOIN staff s ON s.id = $3
           LEFT JOIN ticket t ON t.id = c.ticket_id LEFT JOIN service v ON v.id = t.service_id
          WHERE c.centre_id = $1 AND c.day = $2 AND c.state = 'waiting' AND NOT ${SERVICE_IS_CLOSED}
          ORDER BY c.came_at, c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED`,
        [sitting.centreId, this.days.localDay(tx.now), staffId],
      );
      if (!next) throw conflict('visit.nobody_waits');
      bringToDesk(tx, next.id, sitting, staffId, 'called');
      return next.id;
    });
    return readVisit(this.database, id, staffId);
  }

  /** Calls a visit out of turn, or again. @throws not_found `visit.not_found`; conflict `visit.taken`, `visit.over`, `visit.restricted` */
  async call(id: string, staffId: string): Promise<VisitView> {
    await this.unitOfWork.run(async (tx) => {
      const sitting = await this.desks.lockAssignment(tx, staffId);
      const visit = requireSameCentre(await lockVisit(tx, id), sitting);
      assertVisitChange(visit, 'called', staffId);
      await requireReader(tx, visit.ticketId, staffId);
      await requireNoOtherVisit(tx, staffId, id);
      bringToDesk(tx, id, sitting, staffId, 'called');
    });
    return readVisit(this.database, id, staffId);
  }

  /**
   * The visitor is at the desk: the ticket is assigned to the clerk. Of several concurrent requests one succeeds.
   * @throws as {@link call}
   */
  async serve(id: string, staffId: string): Promise<VisitView> {
    await this.unitOfWork.run(async (tx) => {
      const sitting = await this.desks.lockAssignment(tx, staffId);
      const ticket = await lockTicketOf(tx, id);
      const visit = requireSameCentre(await lockVisit(tx, id), sitting);
      assertVisitChange(visit, 'serving', staffId);
      await requireReader(tx, ticket.id, staffId);
      await requireNoOtherVisit(tx, staffId, id);
      bringToDesk(tx, id, sitting, staffId, 'serving');
      answerCounterInteraction(tx, visit.interactionId, staffId);
      await this.tickets.assignWithin(tx, ticket.number, staffId, staffActor(staffId), {
        mayTakeAway: false,
      });
      this.counterWork.release(tx, ticket.id);
    });
    return readVisit(this.database, id, staffId);
  }

  /** The visitor did not come; the ticket goes back to its queue. @throws as {@link call} */
  async noShow(id: string, staffId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const sitting = await this.desks.lockAssignment(tx, staffId);
      const ticket = await lockTicketOf(tx, id);
      const visit = requireSameCentre(await lockVisit(tx, id), sitting);
      assertVisitChange(visit, 'no_show', staffId);
      await this.closeUnserved(tx, visit, ticket, 'no_show');
    });
  }

  /** Ends a visit that was not served. @returns whether it did: it may have been served meanwhile */
  async release(id: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const ticket = await lockTicketOf(tx, id);
      const visit = await lockVisit(tx, id);
      if (visit.state !== 'waiting' && visit.state !== 'called') return false;
      await this.closeUnserved(tx, visit, ticket, 'released');
      return true;
    });
  }

  /**
   * Ends the visit at the desk.
   * @param code a wrap-up code, when there is one to record
   * @throws not_found `visit.not_found` when it belongs to a colleague; conflict `visit.over`; invalid at `code`
   */
  async end(id: string, staffId: string, code: string | null): Promise<void> {
    const codes = await this.catalogue.reasons('wrap_up');
    if (code !== null && !codes.some((reason) => reason.key === code)) throw invalidField('code', 'choice');
    await this.unitOfWork.run(async (tx) => {
      const visit = requireOwnVisit(await lockVisit(tx, id), staffId);
      assertVisitChange(visit, 'done', staffId);
      close(tx, id, 'done');
      endCounterInteraction(tx, visit.interactionId, code);
    });
  }

  /**
   * A ticket whose requester waits at a centre cannot be assigned elsewhere. When it is settled in another way, the
   * visit ends.
   */
  async changed(tx: Tx, { after, changed }: TicketChange): Promise<void> {
    if (after.channel !== 'counter') return;
    const given = changed.includes('assigneeId') && after.assigneeId !== null;
    const over = changed.includes('status') && !needsAgent(after.status);
    if (!given && !over) return;
    const [visit] = await tx.query<{ id: string; interactionId: string }>(
      `SELECT id, interaction_id AS "interactionId" FROM counter_visit
        WHERE ticket_id = $1 AND state IN ('waiting', 'called') FOR UPDATE`,
      [after.id],
    );
    if (!visit) return;
    if (!over) throw conflict('visit.awaited');
    close(tx, visit.id, 'settled');
    endCounterInteraction(tx, visit.interactionId);
    this.counterWork.release(tx, after.id);
  }

  private async closeUnserved(
    tx: Tx,
    visit: VisitRow,
    ticket: TicketState,
    how: 'no_show' | 'released',
  ): Promise<void> {
    close(tx, visit.id, how);
    endCounterInteraction(tx, visit.interactionId);
    await this.counterWork.onRequesterLeft(tx, ticket);
    const note = how === 'no_show' ? noShowNote : releasedNote;
    await this.messages.bySystem(tx, ticket.id, note(ticket.language, visit));
  }
}

async function lockTicketOf(tx: Tx, visitId: string): Promise<TicketState> {
  const ticketId = await ticketOfVisit(tx, visitId);
  if (!ticketId) throw conflict('visit.over');
  return lockTicketById(tx, ticketId);
}

/** A visit of another centre is reported as not found. */
function requireSameCentre(visit: VisitRow, sitting: DeskAssignment): VisitRow {
  if (visit.centreId !== sitting.centreId) throw notFound('visit.not_found');
  return visit;
}

/** A visit of a colleague is reported as not found. */
export function requireOwnVisit(visit: VisitRow, staffId: string): VisitRow {
  if (visit.staffId !== staffId) throw notFound('visit.not_found');
  return visit;
}

/** Whoever may not read the ticket cannot serve its visitor. */
async function requireReader(tx: Tx, ticketId: string | null, staffId: string): Promise<void> {
  if (ticketId !== null && (await isTicketClosedTo(tx, ticketId, staffId)))
    throw conflict('visit.restricted');
}

/** A clerk has one visit at a time: a called one must be served or given up before the next. */
async function requireNoOtherVisit(tx: Tx, staffId: string, except: string | null = null): Promise<void> {
  const [other] = await tx.query(
    `SELECT 1 FROM counter_visit WHERE staff_id = $1 AND state IN ('called', 'serving') AND id IS DISTINCT FROM $2`,
    [staffId, except],
  );
  if (other) throw conflict('visit.unfinished');
}

function bringToDesk(
  tx: Tx,
  id: string,
  { deskId }: DeskAssignment,
  staffId: string,
  state: 'called' | 'serving',
): void {
  tx.send(
    `UPDATE counter_visit SET state = $2, desk_id = $3, staff_id = $4,
            called_at = CASE WHEN $2 = 'called' THEN $5 ELSE coalesce(called_at, $5) END,
            served_at = CASE WHEN $2 = 'serving' THEN $5 ELSE served_at END
      WHERE id = $1`,
    [id, state, deskId, staffId, tx.now],
  );
}

function close(tx: Tx, id: string, state: Exclude<VisitState, 'waiting' | 'called' | 'serving'>): void {
  tx.send('UPDATE counter_visit SET state = $2, ended_at = $3 WHERE id = $1', [id, state, tx.now]);
}
