import { Inject, Injectable } from '@nestjs/common';
import type { Audience, TicketKind } from '#wasl/contracts';
import { Catalogue, Centres } from '#wasl/directory';
import { linkTicketToInteraction } from '#wasl/interactions';
import { conflict } from '#wasl/kernel';
import { Database, type IdempotencyClaim, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import { FindRequesters } from '#wasl/requesters';
import { CounterWork } from '#wasl/routing';
import {
  ChangeTicket,
  isTicketClosedTo,
  lockTicketById,
  Messages,
  OpenTicket,
  staffActor,
  TicketReader,
} from '#wasl/tickets';
import { assertVisitChange } from './domain/visit-lifecycle.js';
import { lockVisit, readVisit, type VisitRow, type VisitView } from './visit-rows.js';
import { requireOwnVisit } from './visits.service.js';

export interface CounterSubmission {
  subject: string;
  description: string;
  /** by default the service’s */
  kind: TicketKind | null;
  /** code */
  service: string | null;
  /** key; default: the queue of the service, else the first of the centre */
  queue: string | null;
  language: string;
  /** an existing requester; without it, the requester with this phone or address, or a new one */
  requesterId: string | null;
  requester: { name: string | null; phone: string | null; email: string | null; audience: Audience };
  identityNumber: string | null;
  /** uploaded by the clerk beforehand */
  attachments: string[];
  /** passed to routing instead of being assigned to the clerk */
  handOver: boolean;
  /** resolves the ticket at once with this answer */
  answer: string | null;
}

export interface TicketContinuation {
  /** in any form a person may type */
  ticket: string;
  /** what they said, in the clerk's words */
  said: string;
  takeIt: boolean;
}

/** Records what a visitor brings to a desk: a new ticket, or a further interaction on an existing one. */
@Injectable()
export class CounterIntake {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OpenTicket) private readonly opening: OpenTicket,
    @Inject(ChangeTicket) private readonly changes: ChangeTicket,
    @Inject(CounterWork) private readonly counterWork: CounterWork,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(TicketReader) private readonly reader: TicketReader,
    @Inject(FindRequesters) private readonly requesters: FindRequesters,
    @Inject(Centres) private readonly centres: Centres,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /**
   * @throws not_found `visit.not_found` when it belongs to a colleague; conflict `visit.over`, `visit.has_ticket`;
   * and as {@link OpenTicket.open}
   */
  async open(
    visitId: string,
    staffId: string,
    matter: CounterSubmission,
    claim?: IdempotencyClaim,
  ): Promise<VisitView> {
    const queues = matter.service || matter.queue ? [] : await this.centres.list();
    await this.catalogue.warmUp();
    await this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const visit = await lockForTicket(tx, visitId, staffId);
        const first = queues.find((centre) => centre.id === visit.centreId)?.queues[0]?.key ?? null;
        await this.openIn(tx, visit, staffId, { ...matter, queue: matter.queue ?? first });
        return { id: visit.id };
      }),
    );
    return readVisit(this.database, visitId, staffId);
  }

  /**
   * Continues an existing ticket: what was said becomes a message of its requester, which reopens the ticket where
   * allowed. A clerk who may not read it does not take it.
   * @throws as {@link open}; conflict `tracking.cannot_reply` when it is closed for good, `ticket.taken`
   */
  async continueTicket(
    visitId: string,
    staffId: string,
    { ticket: number, said, takeIt }: TicketContinuation,
  ): Promise<VisitView> {
    const addressed = await this.reader.idOf(this.reader.numberFrom(number));
    await this.unitOfWork.run(async (tx) => {
      if (takeIt) {
        // Adding the message may reopen the ticket, which locks its work: the clerk must be locked before.
        await lockTicketById(tx, addressed);
        await this.counterWork.lockClerk(tx, staffId);
      }
      // Adding the message locks the ticket, which must happen before the visit is locked.
      const { ticket } = await this.messages.byRequester(tx, addressed, {
        body: said,
        channel: 'counter',
        reopens: true,
      });
      const visit = await lockForTicket(tx, visitId, staffId);
      linkTicketToInteraction(tx, visit.interactionId, ticket.id);
      tx.send('UPDATE counter_visit SET ticket_id = $2 WHERE id = $1', [visit.id, ticket.id]);
      if (takeIt && !(await isTicketClosedTo(tx, ticket.id, staffId)))
        await this.changes.assignWithin(tx, ticket.number, staffId, staffActor(staffId), {
          mayTakeAway: false,
        });
    });
    return readVisit(this.database, visitId, staffId);
  }

  private async openIn(tx: Tx, visit: VisitRow, staffId: string, matter: CounterSubmission): Promise<void> {
    const { requesterId, identityNumber, handOver, answer, requester, ...rest } = matter;
    const actor = staffActor(staffId);
    let ticket = { id: '', number: '', requesterId: '' };
    await this.opening.openWithin(
      tx,
      {
        ...rest,
        channel: 'counter',
        requester: requesterId ? { ...requester, id: requesterId } : requester,
        provenance: 'staff',
        uploader: staffId,
        interactionId: visit.interactionId,
        takenBy: handOver ? undefined : staffId,
      },
      { actor, onOpened: async (_tx, made) => void (ticket = made) },
    );
    tx.send('UPDATE counter_visit SET ticket_id = $2 WHERE id = $1', [visit.id, ticket.id]);
    linkTicketToInteraction(tx, visit.interactionId, ticket.id);
    if (requester.audience !== 'anonymous' || requesterId)
      this.requesters.addDetails(tx, ticket.requesterId, { ...requester, identityNumber });
    if (answer) await this.changes.resolveWithin(tx, ticket.number, answer, 'answered', actor);
  }
}

/** A visit has one ticket; a second one needs a new visit. */
async function lockForTicket(tx: Tx, id: string, staffId: string): Promise<VisitRow> {
  const visit = requireOwnVisit(await lockVisit(tx, id), staffId);
  assertVisitChange(visit, 'done', staffId);
  if (visit.ticketId) throw conflict('visit.has_ticket');
  return visit;
}
