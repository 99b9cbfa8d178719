import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction, ReferralChange } from '#wasl/contracts';
import { type IdempotencyClaim, runOnce, type Tx, UnitOfWork } from '#wasl/platform';
import {
  type Actor,
  ChangeTicket,
  formatTicketNumber,
  lockTicketById,
  staffActor,
  SYSTEM,
  type TicketState,
} from '#wasl/tickets';
import { statusPlan } from './domain/ticket-status.js';
import type { ReferralPlace } from './referral-access.service.js';
import { lockReferral, type ReferralPatch, type ReferralRow, updateReferral } from './referral-row.js';

/** Who does something: a person at one of the ends, or the system by itself. */
export type Doer = { by: 'centre' | 'entity'; staffId: string } | { by: 'system'; staffId: null };

export interface Done {
  what: ReferralChange;
  patch: ReferralPatch;
  /** the ticket begins to wait for entities */
  waits?: boolean;
  /** further facts for the history; no personal data */
  data?: Record<string, unknown>;
  /** false: not written to the audit trail */
  isAudited?: boolean;
  /** who is told, besides the owner of the ticket */
  tell?: string[];
}

const AUDITED: Partial<Record<ReferralChange, AuditAction>> = {
  sent: 'referral.sent',
  accepted: 'referral.accepted',
  returned: 'referral.returned',
  completed: 'referral.completed',
  recalled: 'referral.recalled',
  decided: 'referral.decided',
};

/** The only place where a referral changes: row, status and history of the ticket, events, audit trail. */
@Injectable()
export class ChangeReferral {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ChangeTicket) private readonly tickets: ChangeTicket,
  ) {}

  /**
   * One use case: locks the ticket, then the referral.
   * @param decide what is done, seen under the locks; null: nothing
   */
  run(
    place: Pick<ReferralPlace, 'id' | 'ticketId'>,
    doer: Doer,
    decide: (tx: Tx, referral: ReferralRow, ticket: TicketState) => Promise<Done | null> | Done | null,
    claim?: IdempotencyClaim,
  ): Promise<{ id: string }> {
    return this.unitOfWork.run((tx) =>
      runOnce(tx, claim, async () => {
        const ticket = await lockTicketById(tx, place.ticketId);
        const referral = await lockReferral(tx, place.id);
        const done = await decide(tx, referral, ticket);
        if (done) await this.apply(tx, ticket, referral, done, doer);
        return { id: place.id };
      }),
    );
  }

  /** The same for a referral that the caller has locked after its ticket. */
  async apply(tx: Tx, ticket: TicketState, referral: ReferralRow, done: Done, doer: Doer): Promise<void> {
    updateReferral(tx, referral.id, done.patch);
    const after = { ...referral, state: done.patch.state ?? referral.state };
    this.tell(tx, ticket, after, done, doer);
    await this.noteOnTicket(tx, ticket, after, done, doer);
  }

  /** What is told of a change whose row is written already. */
  tell(
    tx: Tx,
    ticket: TicketState,
    referral: Pick<ReferralRow, 'id' | 'entity' | 'entityId' | 'state'>,
    { what, isAudited = true, tell = [] }: Pick<Done, 'what' | 'isAudited' | 'tell'>,
    doer: Doer,
  ): void {
    const number = formatTicketNumber(ticket.number);
    tx.emit('referral.changed', {
      referralId: referral.id,
      ticketId: ticket.id,
      number,
      entity: referral.entity,
      entityId: referral.entityId,
      what,
      state: referral.state,
      by: doer.by,
      queue: ticket.queueKey,
      assigneeId: ticket.assigneeId,
      tell,
    });
    const action = isAudited ? AUDITED[what] : undefined;
    if (action && doer.staffId !== null)
      tx.emit('audit.noted', {
        actorId: doer.staffId,
        action,
        targetKind: 'ticket',
        targetId: number,
        detail: { referral: referral.id, entity: referral.entity },
      });
  }

  /** The history of the ticket, and the status that follows from all its referrals. */
  async noteOnTicket(
    tx: Tx,
    ticket: TicketState,
    referral: Pick<ReferralRow, 'id' | 'entity'>,
    { what, waits = false, data = {} }: Pick<Done, 'what' | 'waits' | 'data'>,
    doer: Doer,
  ): Promise<void> {
    const parts = await tx.query<{ state: ReferralRow['state']; asked: boolean }>(
      `SELECT DISTINCT ON (part_key) state, asked FROM referral WHERE ticket_id = $1 ORDER BY part_key, n DESC`,
      [ticket.id],
    );
    await this.tickets.noteWithin(
      tx,
      ticket,
      {
        type: 'referral',
        also: ['referrals'],
        data: { what, referral: referral.id, entity: referral.entity, ...data },
        ...statusPlan(ticket, parts, waits),
      },
      actorOf(doer),
    );
  }
}

const actorOf = (doer: Doer): Actor => (doer.staffId === null ? SYSTEM : staffActor(doer.staffId));
